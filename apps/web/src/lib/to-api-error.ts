import { type ErrorCode, problemSchema } from '@share-my-files/contract';
import { type AxiosResponse, isAxiosError, isCancel } from 'axios';
import { NetworkError } from './network-error.ts';
import { ProblemError } from './problem-error.ts';

const codeOfStatus = (status: number): ErrorCode => {
  if (status === 413) return 'payload_too_large';
  if (status === 502 || status === 503 || status === 504) return 'service_unavailable';
  return status >= 500 ? 'internal_error' : 'invalid_request';
};

// Responses of a proxy or gateway in front of the API have no problem details.
const toProblemError = ({ data, status, headers }: AxiosResponse<unknown>, cause: Error): ProblemError => {
  const problem = problemSchema.safeParse(data);
  if (problem.success) return new ProblemError(problem.data, { cause });
  const requestId = headers['x-request-id'];
  return new ProblemError(
    {
      type: 'about:blank',
      title: status >= 500 ? 'The service is not available right now.' : 'The request was refused.',
      status,
      code: codeOfStatus(status),
      requestId: typeof requestId === 'string' ? requestId : '',
    },
    { cause },
  );
};

/** Maps the failure of an API request to a `ProblemError`, or to a `NetworkError` if there was no response. */
export const toApiError = (error: unknown): unknown => {
  if (!isAxiosError<unknown>(error) || isCancel(error)) return error;
  return error.response === undefined
    ? new NetworkError({ cause: error })
    : toProblemError(error.response, error);
};
