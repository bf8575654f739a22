import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

/** What `pnpm dev` can be told; every setting has a default, so that none is needed. */
export type Settings = {
  dataDirectory: string;
  reset: boolean;
  poolConfig: string | undefined;
  /** Serves the web app as it is built for production, with the headers of production. */
  built: boolean;
  /** The kind of API Gateway in front of the API as a Lambda function; undefined runs it as a server. */
  gateway: 'http' | 'rest' | undefined;
  /** A PostgreSQL server in the place of the embedded one. */
  databaseUrl: string | undefined;
  ports: { web: number; api: number; cognito: number; 'cognito-tls': number; s3: number };
};

const parsePort = (flag: string, value: string): number => {
  const port = Number(value);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new Error(`--${flag} takes a port from 1 to 65535, got "${value}".`);
  }
  return port;
};

const parseGateway = (isWanted: boolean, [type = 'http', ...others]: string[]): Settings['gateway'] => {
  if (!isWanted && type === 'http' && others.length === 0) return undefined;
  if (isWanted && others.length === 0 && (type === 'http' || type === 'rest')) return type;
  throw new Error('--gateway takes http or rest; nothing else stands without a --name.');
};

export const parseSettings = (arguments_: string[]): Settings => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    args: arguments_.filter((argument) => argument !== '--'),
    options: {
      reset: { type: 'boolean', default: false },
      data: { type: 'string', default: '.data' },
      'pool-config': { type: 'string' },
      built: { type: 'boolean', default: false },
      gateway: { type: 'boolean', default: false },
      'database-url': { type: 'string' },
      'web-port': { type: 'string', default: '5173' },
      'api-port': { type: 'string', default: '3000' },
      'cognito-port': { type: 'string', default: '9229' },
      'cognito-tls-port': { type: 'string', default: '9443' },
      's3-port': { type: 'string', default: '9000' },
    },
  });
  return {
    dataDirectory: resolve(values.data),
    reset: values.reset,
    poolConfig: values['pool-config'] === undefined ? undefined : resolve(values['pool-config']),
    built: values.built,
    gateway: parseGateway(values.gateway, positionals),
    databaseUrl: values['database-url'],
    ports: {
      web: parsePort('web-port', values['web-port']),
      api: parsePort('api-port', values['api-port']),
      cognito: parsePort('cognito-port', values['cognito-port']),
      'cognito-tls': parsePort('cognito-tls-port', values['cognito-tls-port']),
      s3: parsePort('s3-port', values['s3-port']),
    },
  };
};
