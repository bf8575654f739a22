import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

/** What `pnpm dev` can be told; every setting has a default, so that none is needed. */
export type Settings = {
  dataDirectory: string;
  reset: boolean;
  poolConfig: string | undefined;
  /** A PostgreSQL server in the place of the embedded one. */
  databaseUrl: string | undefined;
  ports: { web: number; api: number; cognito: number; s3: number };
};

const parsePort = (flag: string, value: string): number => {
  const port = Number(value);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new Error(`--${flag} takes a port from 1 to 65535, got "${value}".`);
  }
  return port;
};

export const parseSettings = (arguments_: string[]): Settings => {
  const { values } = parseArgs({
    args: arguments_.filter((argument) => argument !== '--'),
    options: {
      reset: { type: 'boolean', default: false },
      data: { type: 'string', default: '.data' },
      'pool-config': { type: 'string' },
      'database-url': { type: 'string' },
      'web-port': { type: 'string', default: '5173' },
      'api-port': { type: 'string', default: '3000' },
      'cognito-port': { type: 'string', default: '9229' },
      's3-port': { type: 'string', default: '9000' },
    },
  });
  return {
    dataDirectory: resolve(values.data),
    reset: values.reset,
    poolConfig: values['pool-config'] === undefined ? undefined : resolve(values['pool-config']),
    databaseUrl: values['database-url'],
    ports: {
      web: parsePort('web-port', values['web-port']),
      api: parsePort('api-port', values['api-port']),
      cognito: parsePort('cognito-port', values['cognito-port']),
      s3: parsePort('s3-port', values['s3-port']),
    },
  };
};
