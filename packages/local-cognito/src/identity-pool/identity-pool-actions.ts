import type { DatabaseSync } from 'node:sqlite';
import type { Action } from '../action.ts';
import type { UserPool } from '../user-pool.ts';
import { createAuthenticateLogin } from './authenticate-login.ts';
import { createGetCredentialsForIdentity } from './get-credentials-for-identity.ts';
import { createGetId } from './get-id.ts';
import { createIdentities } from './identities.ts';
import type { IdentityPool } from './identity-pool.ts';

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
