import type { DatabaseSync } from 'node:sqlite';
import { createGetCredentialsForIdentity } from '../actions/get-credentials-for-identity.ts';
import { createGetId } from '../actions/get-id.ts';
import type { Action } from '../aws-json/action.ts';
import { createAuthenticateLogin } from '../identity-pool/authenticate-login.ts';
import { createIdentities } from '../identity-pool/identities.ts';
import type { IdentityPool } from '../identity-pool/identity-pool.ts';
import type { UserPool } from './user-pool.ts';

/**
 * The actions of the identity pool by their name in `x-amz-target`. Empty if the settings have no identity
 * pool.
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
