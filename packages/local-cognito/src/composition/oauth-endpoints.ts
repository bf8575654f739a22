import type { DatabaseSync } from 'node:sqlite';
import { createFederatedUsers } from '../federation/federated-users.ts';
import { createIdentityProviderRoutes } from '../federation/identity-provider-routes.ts';
import { createProviderAccounts } from '../federation/provider-accounts.ts';
import type { Route } from '../http/route.ts';
import { createAuthorizationCodeGrant } from '../oauth/authorization-code-grant.ts';
import { createAuthorizationCodes } from '../oauth/authorization-codes.ts';
import { createAuthorizeRoute } from '../oauth/authorize-route.ts';
import { createClientCredentialsGrant } from '../oauth/client-credentials-grant.ts';
import { createLogoutRoute } from '../oauth/logout-route.ts';
import { createRefreshTokenGrant } from '../oauth/refresh-token-grant.ts';
import { createRevokeRoutes } from '../oauth/revoke-route.ts';
import { createSignInRequests } from '../oauth/sign-in-requests.ts';
import { createTokenRoutes } from '../oauth/token-route.ts';
import { createUserInfoRoutes } from '../oauth/user-info-routes.ts';
import type { UserPool } from './user-pool.ts';

/** The OAuth 2.0 and OpenID Connect endpoints, with the stand-ins for identity providers. */
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
