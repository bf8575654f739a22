import type { ErrorCode, Problem } from '@share-my-files/contract';
import type { ErrorRequestHandler, Request } from 'express';
import { credentialsOf } from '#auth/bearer-token.ts';
import { isDatabaseUnavailable } from '#db/is-database-unavailable.ts';
import { AppError, notFound, unavailable } from '#errors.ts';

type Response = { status: number; title: string; retryAfterSeconds?: number };

const responses: Record<ErrorCode, Response> = {
  invalid_request: { status: 400, title: 'The request is not valid' },
  invalid_json: { status: 400, title: 'The body is not JSON' },
  invalid_token: { status: 401, title: 'Not signed in' },
  forbidden: { status: 403, title: 'Not allowed' },
  not_found: { status: 404, title: 'Not found' },
  conflict: { status: 409, title: 'Not possible now' },
  quota_exceeded: { status: 409, title: 'Not enough space' },
  limit_reached: { status: 409, title: 'No more than this' },
  upload_incomplete: { status: 409, title: 'The upload is not complete' },
  upload_mismatch: { status: 409, title: 'The upload is not what was announced' },
  upload_expired: { status: 410, title: 'The upload is over' },
  payload_too_large: { status: 413, title: 'The body is too large' },
  unsupported_media_type: { status: 415, title: 'The body is not JSON' },
  too_many_requests: { status: 429, title: 'Too often', retryAfterSeconds: 3600 },
  internal_error: { status: 500, title: 'Something went wrong' },
  service_unavailable: { status: 503, title: 'Not available', retryAfterSeconds: 5 },
};

const bodyParserCodes = new Map<string, ErrorCode>([
  ['entity.too.large', 'payload_too_large'],
  ['entity.parse.failed', 'invalid_json'],
  ['encoding.unsupported', 'unsupported_media_type'],
  ['charset.unsupported', 'unsupported_media_type'],
  ['request.aborted', 'invalid_request'],
  ['request.size.invalid', 'invalid_request'],
]);

const bodyParserCode = (error: unknown): ErrorCode | undefined =>
  error instanceof Error && 'type' in error && typeof error.type === 'string'
    ? bodyParserCodes.get(error.type)
    : undefined;

const toAppError = (error: unknown): AppError => {
  if (error instanceof AppError) return error;
  // A path with a broken percent-encoding names nothing.
  if (error instanceof URIError) return notFound();
  if (isDatabaseUnavailable(error)) return unavailable('The database', error);
  const code = bodyParserCode(error) ?? 'internal_error';
  return new AppError(code, code === 'internal_error' ? 'Try again later.' : 'The body cannot be read.', {
    cause: error,
  });
};

/** RFC 6750, section 3.1: no error code for a request that brought no credentials. */
const challengeFor = (request: Request): string =>
  credentialsOf(request).length > 0 ? 'Bearer error="invalid_token"' : 'Bearer';

/** Turns whatever was thrown into problem details (RFC 9457); the reason for a 5xx goes only to the log. */
export const handleError: ErrorRequestHandler = (thrown, request, response, next) => {
  if (response.headersSent) return next(thrown);
  const error = toAppError(thrown);
  const { status, title, retryAfterSeconds } = responses[error.code];
  if (status >= 500) response.err = thrown instanceof Error ? thrown : error;
  if (status === 401) response.set('WWW-Authenticate', challengeFor(request));
  if (retryAfterSeconds !== undefined) response.set('Retry-After', String(retryAfterSeconds));
  const problem: Problem = {
    type: `urn:share-my-files:problem:${error.code}`,
    title,
    status,
    detail: error.message,
    code: error.code,
    requestId: String(request.id),
    ...(error.errors && { errors: error.errors }),
  };
  response.status(status).type('application/problem+json').send(JSON.stringify(problem));
};
