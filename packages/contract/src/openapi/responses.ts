import { type ErrorCode, problemSchema } from '../errors.ts';
import type { Operation } from '../operation.ts';
import { problemsOf } from '../operation-problems.ts';
import { problemResponses } from '../problem-responses.ts';
import { type JsonSchema, referTo } from './components.ts';

/** Response object of OpenAPI. */
export type Response = {
  description: string;
  headers?: Record<string, { description: string; schema: JsonSchema }>;
  content?: Record<string, { schema: JsonSchema }>;
};

const successes: Record<string, string> = {
  200: 'OK',
  201: 'Created',
  202: 'Accepted: the work continues',
  204: 'No content',
};

const headersOf = (status: string): Pick<Response, 'headers'> => {
  const text = { schema: { type: 'string' } } as const;
  if (status === '401') {
    return {
      headers: { 'WWW-Authenticate': { description: 'Challenge of RFC 6750 or RFC 9470.', ...text } },
    };
  }
  if (status !== '429' && status !== '503') return {};
  return { headers: { 'Retry-After': { description: 'Seconds to wait before a retry.', ...text } } };
};

const problemResponse = (status: string, codes: ErrorCode[]): Response => ({
  description: codes.map((code) => `\`${code}\`: ${problemResponses[code].title}`).join('; '),
  ...headersOf(status),
  content: {
    'application/problem+json': {
      schema: { allOf: [referTo(problemSchema), { type: 'object', properties: { code: { enum: codes } } }] },
    },
  },
});

/** Returns every response of an operation by its status: the success and the problems of RFC 9457. */
export const responsesOf = (operation: Operation): Record<string, Response> => {
  const success = Object.entries(operation.responses).map(([status, schema]): [string, Response] => [
    status,
    {
      description: successes[status] ?? 'Success',
      ...(schema && { content: { 'application/json': { schema: referTo(schema) } } }),
    },
  ]);
  const byStatus = Map.groupBy(problemsOf(operation), (code) => String(problemResponses[code].status));
  const problems = [...byStatus].map(([status, codes]): [string, Response] => [
    status,
    problemResponse(status, codes),
  ]);
  return Object.fromEntries([...success, ...problems]);
};
