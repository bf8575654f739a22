import { apiBasePath, operations } from '@share-my-files/contract';
import express from 'express';
import type { Logger } from 'pino';
import { createAccountHandlers } from '#account/account-handlers.ts';
import { createAdmission } from '#auth/admission.ts';
import { createAuthenticate } from '#auth/authenticate.ts';
import type { Identify } from '#auth/identify.ts';
import { createDocumentationRoutes } from '#documentation/documentation-routes.ts';
import { notFound } from '#errors.ts';
import { createFileHandlers } from '#files/file-handlers.ts';
import { createFolderHandlers } from '#folders/folder-handlers.ts';
import { handleError } from '#http/handle-error.ts';
import type { Handlers } from '#http/handlers.ts';
import { createHealthRoutes } from '#http/health-routes.ts';
import { logRequests } from '#http/log-requests.ts';
import { noStore } from '#http/no-store.ts';
import { createOperationRouter } from '#http/operation-router.ts';
import { setRequestId } from '#http/request-id.ts';
import { securityHeaders } from '#http/security-headers.ts';
import { createLinkHandlers } from '#links/link-handlers.ts';
import { createRecoveryCodeHandlers } from '#recovery-codes/recovery-code-handlers.ts';
import { createSearchHandlers } from '#search/search-handlers.ts';
import { createSessionHandlers } from '#sessions/session-handlers.ts';
import { createShareHandlers } from '#shares/share-handlers.ts';
import { createUploadHandlers } from '#uploads/upload-handlers.ts';
import type { Services } from './services.ts';

type AppDependencies = {
  services: Services;
  /** Reads the user from the token itself, or from the claims that a gateway has verified. */
  identify: Identify;
  now: () => number;
  logger: Logger;
  trustProxy: number | string;
};

const createHandlers = (services: Services): Handlers<typeof operations> => ({
  ...createAccountHandlers(services),
  ...createSessionHandlers(services.sessions),
  ...createRecoveryCodeHandlers(services),
  ...createFileHandlers(services),
  ...createFolderHandlers(services.folders),
  ...createUploadHandlers(services.uploads),
  ...createShareHandlers(services.shares),
  ...createLinkHandlers(services.links),
  ...createSearchHandlers(services.search),
});

/** Assembles the API: every request passes through it from top to bottom. */
export const createApp = ({ services, identify, now, logger, trustProxy }: AppDependencies) => {
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.enable('case sensitive routing');
  app.enable('strict routing');
  app.set('query parser', 'simple');
  app.set('trust proxy', trustProxy);

  app.use(setRequestId, logRequests(logger), securityHeaders, noStore);
  app.use(createHealthRoutes(services.readinessChecks, logger));

  app.use(apiBasePath, createDocumentationRoutes());
  app.use(
    apiBasePath,
    createOperationRouter(
      operations,
      createHandlers(services),
      createAuthenticate(identify, createAdmission(services.confirmSession, now), now),
    ),
  );

  app.use(() => {
    throw notFound();
  });
  app.use(handleError);
  return app;
};
