import type { ErrorCode, FieldError } from '@share-my-files/contract';

type Details = { errors?: FieldError[]; cause?: unknown };

/** A failure that a caller is told about; anything else thrown is a defect and stays unexplained. */
export class AppError extends Error {
  override readonly name = 'AppError';
  readonly code: ErrorCode;
  readonly errors: FieldError[] | undefined;

  constructor(code: ErrorCode, message: string, { errors, cause }: Details = {}) {
    super(message, { cause });
    this.code = code;
    this.errors = errors;
  }
}

export const invalidRequest = (errors: FieldError[]) =>
  new AppError('invalid_request', 'Some fields are not valid.', { errors });

export const unauthenticated = (cause?: unknown) =>
  new AppError('invalid_token', 'Sign in to continue.', { cause });

/** Also for what exists but may not be seen: nobody learns which of the two it is. */
export const notFound = () => new AppError('not_found', 'There is nothing here.');

export const forbidden = () => new AppError('forbidden', 'You may see this file, but not do this with it.');

export const conflict = (message: string) => new AppError('conflict', message);

/** Of something that there may be only so much of; `message` says how much, and how to make room. */
export const limitReached = (message: string) => new AppError('limit_reached', message);

/** Of something that each user may do only so often; `message` says when it will be possible again. */
export const tooManyRequests = (message: string) => new AppError('too_many_requests', message);

export const unavailable = (what: string, cause?: unknown) =>
  new AppError('service_unavailable', `${what} cannot be reached. Try again in a moment.`, { cause });
