import { AppError } from '#errors.ts';
import type { SignedInUser } from './signed-in-user.ts';
import { clockToleranceSeconds } from './token-verifier.ts';

/** Throws `insufficient_user_authentication` (RFC 9470) if the user signed in longer ago; refreshing a token does not count. */
export const requireRecentSignIn = (
  { authenticationAgeSeconds }: SignedInUser,
  maxAuthenticationAgeSeconds: number,
): void => {
  if (authenticationAgeSeconds <= maxAuthenticationAgeSeconds + clockToleranceSeconds) return;
  throw new AppError('insufficient_user_authentication', 'Sign in again to confirm that this is you.', {
    maxAuthenticationAgeSeconds,
  });
};
