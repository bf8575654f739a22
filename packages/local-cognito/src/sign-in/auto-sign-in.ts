import { invalidParameter } from '../errors.ts';
import type { UserPoolClient } from '../settings/client-settings.ts';
import type { PoolSettings } from '../settings/pool-settings.ts';

/** Whether a sign-up with this client may continue as a sign-in, which only USER_AUTH accepts. */
export const allowsAutoSignIn = ({ explicitAuthFlows }: UserPoolClient): boolean =>
  explicitAuthFlows.includes('ALLOW_USER_AUTH');

/**
 * Throws InvalidParameterException unless users can sign in without a password, and so sign up without one.
 */
export const assertPasswordless = (
  client: UserPoolClient,
  { allowedFirstAuthFactors, mfaConfiguration }: PoolSettings,
): void => {
  const hasPasswordlessFactor = allowedFirstAuthFactors.some((factor) => factor !== 'PASSWORD');
  if (hasPasswordlessFactor && mfaConfiguration !== 'ON' && allowsAutoSignIn(client)) return;
  throw invalidParameter(
    "1 validation error detected: Value at 'password' failed to satisfy constraint: Member must not be null",
  );
};
