import { createServer, type Server } from 'node:http';
import { gatewayRoutes } from '@share-my-files/contract';
import type { LocalCognito } from '@share-my-files/local-cognito';
import { type GatewayType, startLocalGateway } from '@share-my-files/local-gateway';
import type { Fetcher } from 'aws-jwt-verify/https';
import type { Express } from 'express';
import { createLocalJWKSet } from 'jose';
import { createAuthorizerCheck } from '#auth/authorizer-claims.ts';
import { type Identify, identifyByAuthorizer, identifyByToken } from '#auth/identify.ts';
import type { VerifyAccessToken } from '#auth/token-verifier.ts';
import { createLambdaHandler } from '#http/lambda-handler.ts';

/** Layer between a client and the app: nothing, or API Gateway and Lambda. */
export type Front = 'none' | GatewayType;

export const front: Front =
  process.env.TEST_FRONT === 'http' || process.env.TEST_FRONT === 'rest' ? process.env.TEST_FRONT : 'none';

type FrontDependencies = {
  cognito: LocalCognito;
  keyFetcher: Fetcher;
  verifyAccessToken: VerifyAccessToken;
};

type RunningFront = { app: Express; server: Server; close: () => Promise<unknown> };

const startServer = async (app: Express): Promise<RunningFront> => {
  const server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { app, server, close: () => new Promise((resolve) => server.close(resolve)) };
};

const startGateway = async (
  type: GatewayType,
  app: Express,
  { cognito, keyFetcher }: FrontDependencies,
): Promise<RunningFront> => {
  const keys = Buffer.from(await keyFetcher.fetch(cognito.jwksUri)).toString();
  const gateway = await startLocalGateway({
    type,
    routes: gatewayRoutes,
    authorizer: {
      issuer: cognito.issuer,
      clientId: cognito.userPoolClientId,
      getKey: createLocalJWKSet(JSON.parse(keys)),
    },
    handler: createLambdaHandler(app),
  });
  return { app, ...gateway };
};

/** Serves the app as main.ts does, or as lambda.ts behind a gateway does. */
export const startFront = async (
  createAppFor: (identify: Identify) => Express,
  dependencies: FrontDependencies,
): Promise<RunningFront> => {
  const { cognito, verifyAccessToken } = dependencies;
  if (front === 'none') return await startServer(createAppFor(identifyByToken(verifyAccessToken)));
  const { userPoolId, userPoolClientId: clientId } = cognito;
  const checkClaims = createAuthorizerCheck({ userPoolId, clientId, now: Date.now });
  const identify = identifyByAuthorizer(checkClaims, verifyAccessToken);
  return await startGateway(front, createAppFor(identify), dependencies);
};
