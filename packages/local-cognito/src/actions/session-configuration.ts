import type { UserPoolClient } from '../settings/client-settings.ts';
import type { PoolSettings } from '../settings/pool-settings.ts';

/** Maps the settings of the pool to the responses about its session configuration. */
export const describePoolSessions = ({ userPoolId, userSessionTracking, tokenSession }: PoolSettings) => ({
  UserPoolId: userPoolId,
  UserSessionTracking: userSessionTracking,
  TokenSession: { MaxPerUser: tokenSession.maxPerUser },
});

/** Maps the settings of a client to the responses about its session configuration. */
export const describeClientSessions = (
  { userPoolId }: Pick<PoolSettings, 'userPoolId'>,
  { clientId, ssoSession }: UserPoolClient,
) => ({
  UserPoolId: userPoolId,
  ClientId: clientId,
  SSOSession: { MaxValidityMinutes: ssoSession.maxValidityMinutes },
});
