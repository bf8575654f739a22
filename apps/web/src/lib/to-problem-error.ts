import { type ErrorCode, problemSchema } from '@share-my-files/contract';
import { ProblemError } from './problem-error.ts';

const codeOfStatus = (status: number): ErrorCode => {
  if (status === 413) return 'payload_too_large';
  if (status === 502 || status === 503 || status === 504) return 'service_unavailable';
  return status >= 500 ? 'internal_error' : 'invalid_request';
};

type FailedResponse = { readonly status: number; readonly requestId: unknown };

/** Returns the problem details of a failed request; those of a proxy or gateway in front of the API have none. */
export const toProblemError = ({ status, requestId }: FailedResponse, data: unknown): ProblemError => {
  const problem = problemSchema.safeParse(data);
  if (problem.success) return new ProblemError(problem.data);
  return new ProblemError({
    type: 'about:blank',
    title: status >= 500 ? 'The service is not available right now.' : 'The request was refused.',
    status,
    code: codeOfStatus(status),
    requestId: typeof requestId === 'string' ? requestId : '',
  });
};
