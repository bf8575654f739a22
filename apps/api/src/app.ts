import express from 'express';
import type { Logger } from 'pino';
import { createAccountRoutes } from '#account/account-routes.ts';
import { authenticate } from '#auth/authenticate.ts';
import type { Identify } from '#auth/identify.ts';
import { notFound } from '#errors.ts';
import { createFileRoutes } from '#files/file-routes.ts';
import { handleError } from '#http/handle-error.ts';
import { createHealthRoutes } from '#http/health-routes.ts';
import { jsonBody } from '#http/json-body.ts';
import { logRequests } from '#http/log-requests.ts';
import { noStore } from '#http/no-store.ts';
import { securityHeaders } from '#http/security-headers.ts';
import { createLinkRoutes } from '#links/link-routes.ts';
import { createPublicLinkRoutes } from '#links/public-link-routes.ts';
import { createShareRoutes } from '#shares/share-routes.ts';
import { createUploadRoutes } from '#uploads/upload-routes.ts';
import type { Services } from './services.ts';

type AppDependencies = {
  services: Services;
  /** Tells who sends a request: from the token itself, or from what a gateway says about it. */
  identify: Identify;
  logger: Logger;
  trustProxy: number | string;
};

/** The way of every request, from top to bottom. */
export const createApp = ({ services, identify, logger, trustProxy }: AppDependencies) => {
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.enable('case sensitive routing');
  app.enable('strict routing');
  app.set('query parser', 'simple');
  app.set('trust proxy', trustProxy);

  app.use(logRequests(logger), securityHeaders, noStore);
  app.use(createHealthRoutes(services.readinessChecks, logger));

  app.use('/api/public', jsonBody);
  app.use('/api', createPublicLinkRoutes(services.links));

  app.use('/api', authenticate(identify, services.users), jsonBody);
  app.use('/api', createAccountRoutes(services.accounts, services.users));
  app.use('/api', createFileRoutes(services.files));
  app.use('/api', createUploadRoutes(services.uploads));
  app.use('/api', createShareRoutes(services.shares));
  app.use('/api', createLinkRoutes(services.links));

  app.use(() => {
    throw notFound();
  });
  app.use(handleError);
  return app;
};
