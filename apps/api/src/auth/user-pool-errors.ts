import {
  NotAuthorizedException,
  PasswordResetRequiredException,
  UserNotConfirmedException,
  UserNotFoundException,
} from '@aws-sdk/client-cognito-identity-provider';
import { unauthenticated, unavailable } from '#errors.ts';

const rejections = [
  NotAuthorizedException,
  PasswordResetRequiredException,
  UserNotConfirmedException,
  UserNotFoundException,
];

/** Whether Cognito refuses a token or a password, rather than being out of order. */
export const isRejection = (error: unknown): boolean =>
  rejections.some((rejection) => error instanceof rejection);

export const throwUnavailable = (error: unknown): never => {
  throw unavailable('The sign-in service', error);
};

/** Throws `invalid_token` for a token that Cognito rejects, and `service_unavailable` for any other failure. */
export const throwAppError = (error: unknown): never => {
  if (isRejection(error)) throw unauthenticated(error);
  return throwUnavailable(error);
};

/** Completes an idempotent call if the user has been deleted; throws `service_unavailable` for any other failure. */
export const ignoreMissingUser = (error: unknown): void => {
  if (!(error instanceof UserNotFoundException)) throwUnavailable(error);
};
