import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { GatewayType } from './gateway-type.ts';

/** What the command line says. */
export type Config = {
  type: GatewayType;
  port: number;
  issuer: string;
  clientId: string;
  jwksUri: string;
  /** Modules that export `handler` and `gatewayRoutes`. */
  handlerModule: string;
  routesModule: string;
};

const usage =
  'Usage: local-gateway --issuer URL --client-id ID --jwks-uri URL --handler MODULE --routes MODULE' +
  ' [--type http|rest] [--port 3000]';

/** The command line or the environment does not allow to start; the message is for the user. */
export class ConfigError extends Error {}

const parse = (args: string[]) => {
  try {
    return parseArgs({
      args,
      options: {
        type: { type: 'string', default: 'http' },
        port: { type: 'string', default: '3000' },
        issuer: { type: 'string', default: '' },
        'client-id': { type: 'string', default: '' },
        'jwks-uri': { type: 'string', default: '' },
        handler: { type: 'string', default: '' },
        routes: { type: 'string', default: '' },
      },
    }).values;
  } catch (cause) {
    throw new ConfigError(`${cause instanceof Error ? cause.message : cause}\n${usage}`, { cause });
  }
};

const parseType = (text: string): GatewayType => {
  if (text === 'http' || text === 'rest') return text;
  throw new ConfigError(`--type must be http or rest, not "${text}".\n${usage}`);
};

const parsePort = (text: string): number => {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw new ConfigError(`--port must be a number from 0 to 65535, not "${text}".\n${usage}`);
};

/** Reads the command line; throws `ConfigError`, also when NODE_ENV is `production`. */
export const readConfig = (args: string[], env: NodeJS.ProcessEnv = process.env): Config => {
  if (env.NODE_ENV === 'production') {
    throw new ConfigError('local-gateway is for development and tests: it refuses NODE_ENV=production.');
  }
  const values = parse(args);
  for (const name of ['issuer', 'client-id', 'jwks-uri', 'handler', 'routes'] as const) {
    if (values[name] === '') throw new ConfigError(`--${name} is missing.\n${usage}`);
  }
  return {
    type: parseType(values.type),
    port: parsePort(values.port),
    issuer: values.issuer,
    clientId: values['client-id'],
    jwksUri: values['jwks-uri'],
    handlerModule: resolve(values.handler),
    routesModule: resolve(values.routes),
  };
};
