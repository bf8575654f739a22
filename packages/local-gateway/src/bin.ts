#!/usr/bin/env node
import { reportToStderr, runCommand } from '@share-my-files/local-server';
import { createRemoteJWKSet } from 'jose';
import { commandOptions } from './command-options.ts';
import { startLocalGateway } from './server.ts';

await runCommand({
  name: 'local-gateway',
  options: commandOptions,
  start: async ({ type, port, issuer, 'client-id': clientId, 'jwks-uri': jwksUri, ...modules }) => {
    const { handler } = await import(modules.handler);
    const { gatewayRoutes } = await import(modules.routes);
    const { endpoint, close } = await startLocalGateway({
      type,
      port,
      routes: gatewayRoutes,
      authorizer: { issuer, clientId, getKey: createRemoteJWKSet(new URL(jwksUri)) },
      handler,
      onError: reportToStderr,
    });
    return { announcement: `local-gateway (${type}) is listening on ${endpoint}`, close };
  },
});
