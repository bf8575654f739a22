import { invalidParameter } from '../errors.ts';
import type { UserPoolClient } from '../settings/client-settings.ts';
import type { PoolSettings } from '../settings/pool-settings.ts';

/** Whether a sign-up of this client may go over into a sign-in: only the flow USER_AUTH takes its session. */
export const allowsAutoSignIn = ({ explicitAuthFlows }: UserPoolClient): boolean =>
  explicitAuthFlows.includes('ALLOW_USER_AUTH');

/** Throws InvalidParameterException unless people can sign up without a password: there must be a way in. */
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
