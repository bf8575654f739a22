import type { DatabaseSync } from 'node:sqlite';
import { createFederatedUsers } from '../federation/federated-users.ts';
import { createIdentityProviderRoutes } from '../federation/identity-provider-routes.ts';
import { createProviderAccounts } from '../federation/provider-accounts.ts';
import { createSignInRequests } from '../federation/sign-in-requests.ts';
import type { Route } from '../http/route.ts';
import type { UserPool } from '../user-pool.ts';
import { createAuthorizationCodeGrant } from './authorization-code-grant.ts';
import { createAuthorizationCodes } from './authorization-codes.ts';
import { createAuthorizeRoute } from './authorize-route.ts';
import { createClientCredentialsGrant } from './client-credentials-grant.ts';
import { createLogoutRoute } from './logout-route.ts';
import { createRefreshTokenGrant } from './refresh-token-grant.ts';
import { createRevokeRoutes } from './revoke-route.ts';
import { createTokenRoutes } from './token-route.ts';
import { createUserInfoRoutes } from './user-info-routes.ts';

/** The pool's OAuth 2.0 and OpenID Connect endpoints, with the stand-ins of its identity providers. */
export const createOAuthEndpoints = async (database: DatabaseSync, pool: UserPool): Promise<Route[]> => {
  const { settings, now } = pool;
  const signInRequests = createSignInRequests(now);
  const authorizationCodes = createAuthorizationCodes(database, now);
  const grants = new Map([
    ['authorization_code', createAuthorizationCodeGrant({ ...pool, authorizationCodes })],
    ['refresh_token', createRefreshTokenGrant(pool)],
    ['client_credentials', createClientCredentialsGrant(pool)],
  ]);
  return [
    createAuthorizeRoute({ settings, signInRequests }),
    ...createTokenRoutes(settings, grants),
    ...createUserInfoRoutes(pool),
    ...createRevokeRoutes(pool),
    createLogoutRoute(settings),
    ...(await createIdentityProviderRoutes({
      ...pool,
      signInRequests,
      authorizationCodes,
      accounts: createProviderAccounts(database),
      federatedUsers: createFederatedUsers(pool),
    })),
  ];
};
