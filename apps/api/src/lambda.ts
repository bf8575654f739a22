import { createAuthorizerCheck } from '#auth/authorizer-claims.ts';
import { identifyByAuthorizer } from '#auth/identify.ts';
import { createLambdaHandler, type LambdaHandler } from '#http/lambda-handler.ts';
import { createApp } from './app.ts';
import { readConfig } from './config.ts';
import { createLogger } from './http/logger.ts';
import { openDependencies } from './open-dependencies.ts';
import { createServices } from './services.ts';

const hour = 60 * 60_000;

// Once per container, while Lambda still grants the full CPU to initialization.
const config = readConfig();
const logger = createLogger(config.logLevel);
const dependencies = await openDependencies(config, logger);
const { signingKeys, verifyAccessToken } = dependencies;
const checkAuthorizerClaims = createAuthorizerCheck({ ...config, now: Date.now });
const app = createApp({
  ...dependencies,
  services: createServices(dependencies),
  identify: identifyByAuthorizer(checkAuthorizerClaims, verifyAccessToken),
});
const handle = createLambdaHandler(app);

/** Checks the age on each event, because timers stop while a container is frozen. */
const refreshSigningKeys = async (): Promise<void> => {
  await signingKeys
    .refreshIfOlderThan(hour)
    .catch((err: unknown) => logger.warn({ err }, 'the signing keys are old'));
};

/** Handles one request of an HTTP API or a REST API. */
export const handler: LambdaHandler = async (event, context) => {
  await refreshSigningKeys();
  return await handle(event, context);
};

await refreshSigningKeys();
