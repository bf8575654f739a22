import { type ErrorCode, type Problem, problemResponses } from '@share-my-files/contract';
import type { ErrorRequestHandler, Request } from 'express';
import { credentialsOf } from '#auth/bearer-token.ts';
import { isDatabaseUnavailable } from '#db/is-database-unavailable.ts';
import { AppError, notFound, unavailable } from '#errors.ts';
import { rememberFailure } from './log-requests.ts';
import { requestIdOf } from './request-id.ts';

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
  // A path with invalid percent-encoding matches nothing.
  if (error instanceof URIError) return notFound();
  if (isDatabaseUnavailable(error)) return unavailable('The database', error);
  const code = bodyParserCode(error) ?? 'internal_error';
  return new AppError(code, code === 'internal_error' ? 'Try again later.' : 'The body cannot be read.', {
    cause: error,
  });
};

/** RFC 6750, section 3.1: no error code for a request without credentials. RFC 9470, section 3: the age to ask for. */
const challengeFor = (request: Request, { code, message, maxAuthenticationAgeSeconds }: AppError): string => {
  if (credentialsOf(request).length === 0) return 'Bearer';
  if (maxAuthenticationAgeSeconds === undefined) return 'Bearer error="invalid_token"';
  return `Bearer error="${code}", error_description="${message}", max_age="${maxAuthenticationAgeSeconds}"`;
};

/** Responds to any error with problem details (RFC 9457); only the log contains the reason for a 5xx. */
export const handleError: ErrorRequestHandler = (thrown, request, response, next) => {
  if (response.headersSent) return next(thrown);
  const error = toAppError(thrown);
  const { status, title, retryAfterSeconds } = problemResponses[error.code];
  if (status >= 500) rememberFailure(response, thrown);
  if (status === 401) response.set('WWW-Authenticate', challengeFor(request, error));
  if (retryAfterSeconds !== undefined) response.set('Retry-After', String(retryAfterSeconds));
  const problem: Problem = {
    type: `urn:share-my-files:problem:${error.code}`,
    title,
    status,
    detail: error.message,
    code: error.code,
    requestId: requestIdOf(response),
    ...(error.errors && { errors: error.errors }),
  };
  response.status(status).type('application/problem+json').send(JSON.stringify(problem));
};
