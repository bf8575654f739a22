import type { DatabaseSync } from 'node:sqlite';
import { createAwsJsonRoutes } from '../aws-json/aws-json-routes.ts';
import { createDispatch, type Reports } from '../aws-json/dispatch.ts';
import type { Route } from '../http/route.ts';
import { createMailboxRoutes } from '../mailbox/mailbox-routes.ts';
import { createOutboundEmailRoute } from '../mailbox/outbound-email-route.ts';
import { createWellKnownRoutes } from '../oauth/well-known-routes.ts';
import { createBaseStyleRoutes } from '../pages/base-style-route.ts';
import { createCertificateRoute } from '../tls/certificate-route.ts';
import { createIdentityPoolActions } from './identity-pool-actions.ts';
import { createOAuthEndpoints } from './oauth-endpoints.ts';
import type { UserPool } from './user-pool.ts';
import { createActions } from './user-pool-actions.ts';

/** All routes of the server. */
export const createRoutes = async (
  database: DatabaseSync,
  pool: UserPool,
  reports: Reports,
): Promise<Route[]> => {
  const services = {
    AWSCognitoIdentityProviderService: createActions(pool),
    AWSCognitoIdentityService: await createIdentityPoolActions(database, pool),
  };
  return [
    ...createAwsJsonRoutes(createDispatch(services, reports)),
    ...createWellKnownRoutes(pool.settings, pool.keys),
    ...(await createOAuthEndpoints(database, pool)),
    ...(await createBaseStyleRoutes()),
    ...(await createMailboxRoutes(pool.mailbox)),
    createOutboundEmailRoute(pool.mailbox),
    createCertificateRoute(),
  ];
};
