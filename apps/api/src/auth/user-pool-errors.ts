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

export const throwUnavailable = (error: unknown): never => {
  throw unavailable('The sign-in service', error);
};

/** Throws `invalid_token` for a token that Cognito rejects, and `service_unavailable` for any other failure. */
export const throwAppError = (error: unknown): never => {
  if (rejections.some((rejection) => error instanceof rejection)) throw unauthenticated(error);
  return throwUnavailable(error);
};
