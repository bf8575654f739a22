#!/usr/bin/env node
import { createRemoteJWKSet } from 'jose';
import { type Config, ConfigError, readConfig } from './config.ts';
import { startLocalGateway } from './server.ts';

const run = async (config: Config) => {
  const { handler } = await import(config.handlerModule);
  const { gatewayRoutes } = await import(config.routesModule);
  const { type, port, issuer, clientId, jwksUri } = config;
  const gateway = await startLocalGateway({
    type,
    port,
    routes: gatewayRoutes,
    authorizer: { issuer, clientId, getKey: createRemoteJWKSet(new URL(jwksUri)) },
    handler,
    onError: (error) => process.stderr.write(`${error instanceof Error ? error.stack : error}\n`),
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    // A function has no way to close what it has opened: the platform ends the process.
    process.once(signal, () => void gateway.close().then(() => process.exit()));
  }
  process.stdout.write(`local-gateway (${type}) is listening on ${gateway.endpoint}\n`);
};

try {
  await run(readConfig(process.argv.slice(2)));
} catch (error) {
  process.stderr.write(`${error instanceof ConfigError ? error.message : (error as Error).stack}\n`);
  process.exit(1);
}
