import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

/** The options that say where everything is; `pnpm run doctor` takes them too. */
export const devOptions = `
  --data DIR                keeps the data elsewhere than in .data
  --web-port PORT           moves the web app; 5173 without it
  --api-port PORT           moves the API; 3000
  --cognito-port PORT       moves Cognito; 9229
  --cognito-tls-port PORT   moves Cognito by TLS; 9443
  --s3-port PORT            moves S3; 9000
  --reset                   empties the data folder first
  --database-url URL        keeps the rows in a PostgreSQL server
  --pool-config FILE        settings of the user pool, as JSON
  --gateway [http|rest]     runs the API as a Lambda function behind a local API Gateway
  --built                   serves the web app as it is built for production
`;

export const devUsage = `Usage: pnpm dev [options]

Starts the app with its servers on this machine; docs/local-development.md tells more.
${devOptions}`;

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

const parseGateway = (isWanted: boolean, words: string[]): Settings['gateway'] => {
  const [word = 'http', ...others] = isWanted ? words : [undefined, ...words];
  if (others[0] !== undefined) throw new Error(`Nothing is called "${others[0]}"; see pnpm dev --help.`);
  if (word !== 'http' && word !== 'rest') throw new Error(`--gateway takes http or rest, not "${word}".`);
  return isWanted ? word : undefined;
};

const assertPortsDiffer = (ports: Settings['ports']): void => {
  const names = new Map<number, string>();
  for (const [name, port] of Object.entries(ports)) {
    const other = names.get(port);
    if (other !== undefined) throw new Error(`--${other}-port and --${name}-port are both ${port}.`);
    names.set(port, name);
  }
};

export const parseSettings = (arguments_: string[]): Settings => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    args: arguments_,
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
  const ports = {
    web: parsePort('web-port', values['web-port']),
    api: parsePort('api-port', values['api-port']),
    cognito: parsePort('cognito-port', values['cognito-port']),
    'cognito-tls': parsePort('cognito-tls-port', values['cognito-tls-port']),
    s3: parsePort('s3-port', values['s3-port']),
  };
  assertPortsDiffer(ports);
  return {
    dataDirectory: resolve(values.data),
    reset: values.reset,
    poolConfig: values['pool-config'] === undefined ? undefined : resolve(values['pool-config']),
    built: values.built,
    gateway: parseGateway(values.gateway, positionals),
    databaseUrl: values['database-url'],
    ports,
  };
};
