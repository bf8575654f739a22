#!/usr/bin/env node
import { reportToStderr, runCommand } from '@share-my-files/local-server';
import { createRemoteJWKSet } from 'jose';
import { commandOptions } from './command-options.ts';
import type { Handler } from './invoke-handler.ts';
import { loadExport } from './load-export.ts';
import type { Route } from './routes.ts';
import { startLocalGateway } from './server.ts';

await runCommand({
  name: 'local-gateway',
  options: commandOptions,
  start: async ({ type, port, issuer, 'client-id': clientId, 'jwks-uri': jwksUri, ...modules }) => {
    const handler = (await loadExport(modules.handler)) as Handler;
    const routes = (await loadExport(modules.routes)) as Route[];
    const { endpoint, close } = await startLocalGateway({
      type,
      port,
      routes,
      authorizer: { issuer, clientId, getKey: createRemoteJWKSet(new URL(jwksUri)) },
      handler,
      onError: reportToStderr,
    });
    return { announcement: `local-gateway (${type}) is listening on ${endpoint}`, close };
  },
});
