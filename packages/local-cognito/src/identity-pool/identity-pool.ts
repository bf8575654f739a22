import type { DatabaseSync } from 'node:sqlite';
import type { Action } from '../action.ts';
import type { UserPool } from '../user-pool.ts';
import { type AuthenticateLogin, createAuthenticateLogin } from './authenticate-login.ts';
import { createGetCredentialsForIdentity } from './get-credentials-for-identity.ts';
import { createGetId } from './get-id.ts';
import { createIdentities, type Identities } from './identities.ts';
import type { IdentityPoolSettings } from './identity-pool-config.ts';

/** What the actions of an identity pool work with. */
export type IdentityPool = {
  settings: IdentityPoolSettings;
  identities: Identities;
  authenticateLogin: AuthenticateLogin;
  now: () => number;
};

/**
 * The actions of the Cognito identity pool that trusts the user pool, by the name that follows the dot in
 * `x-amz-target`; none when the pool's settings have no identity pool.
 */
export const createIdentityPoolActions = async (
  database: DatabaseSync,
  userPool: UserPool,
): Promise<ReadonlyMap<string, Action>> => {
  const settings = userPool.settings.identityPool;
  if (settings === undefined) return new Map();
  const pool: IdentityPool = {
    settings,
    identities: createIdentities(database, userPool.settings.region),
    authenticateLogin: await createAuthenticateLogin(userPool),
    now: userPool.now,
  };
  return new Map([
    ['GetId', createGetId(pool)],
    ['GetCredentialsForIdentity', createGetCredentialsForIdentity(pool)],
  ]);
};
