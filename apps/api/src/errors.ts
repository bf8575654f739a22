import type { ErrorCode, FieldError } from '@share-my-files/contract';

type Details = { errors?: FieldError[]; maxAuthenticationAgeSeconds?: number; cause?: unknown };

/** Expected failure whose code and message the client receives; any other error is a defect and responds 500. */
export class AppError extends Error {
  override readonly name = 'AppError';
  readonly code: ErrorCode;
  readonly errors: FieldError[] | undefined;
  readonly maxAuthenticationAgeSeconds: number | undefined;

  constructor(code: ErrorCode, message: string, { cause, ...details }: Details = {}) {
    super(message, { cause });
    this.code = code;
    this.errors = details.errors;
    this.maxAuthenticationAgeSeconds = details.maxAuthenticationAgeSeconds;
  }
}

export const invalidRequest = (errors: FieldError[]) =>
  new AppError('invalid_request', 'Some fields are not valid.', { errors });

export const unauthenticated = (cause?: unknown) =>
  new AppError('invalid_token', 'Sign in to continue.', { cause });

/** For every request of a user whose deletion has begun. */
export const accountDeleted = () => new AppError('account_deleted', 'This account has been deleted.');

/** Also for rows that exist but are invisible to the user, so that the response does not reveal them. */
export const notFound = () => new AppError('not_found', 'There is nothing here.');

export const forbidden = () => new AppError('forbidden', "You don't have permission to do that.");

export const conflict = (message: string) => new AppError('conflict', message);

/** For a name that another item of the folder has; the client offers to keep both, to replace or to skip. */
export const nameTaken = (name: string) =>
  new AppError('name_taken', `There is already an item named “${name}” in this folder.`);

/** For an operation on files that a request tries on a folder, or the reverse. */
export const wrongKind = (message: string) => new AppError('wrong_kind', message);

/** For a number that must not grow; `message` contains the limit and how to make room. */
export const limitReached = (message: string) => new AppError('limit_reached', message);

/** For a throttled action; `message` contains when to try again. */
export const tooManyRequests = (message: string) => new AppError('too_many_requests', message);

/** The same for a wrong password, a wrong code and an unknown user, so that the response reveals none of them. */
export const recoveryRejected = (cause?: unknown) =>
  new AppError('recovery_rejected', 'The email address, the password or the recovery code is wrong.', {
    cause,
  });

export const unavailable = (service: string, cause?: unknown) =>
  new AppError('service_unavailable', `${service} cannot be reached. Try again in a moment.`, { cause });
