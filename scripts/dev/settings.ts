import { resolve } from 'node:path';
import { type Options, parseOptions } from '../command-line/options.ts';
import { pnpm } from '../command-line/pnpm-command.ts';
import { usageOf } from '../command-line/usage.ts';

/** The options of `pnpm dev`; `pnpm run doctor` takes them to find what it checks. */
export const devOptions = {
  data: { type: 'string', placeholder: 'DIR', default: '.data', description: 'Folder of the data' },
  'web-port': { type: 'string', placeholder: 'PORT', default: '5173', description: 'Port of the web app' },
  'api-port': { type: 'string', placeholder: 'PORT', default: '3000', description: 'Port of the API' },
  'cognito-port': { type: 'string', placeholder: 'PORT', default: '9229', description: 'Port of Cognito' },
  'cognito-tls-port': {
    type: 'string',
    placeholder: 'PORT',
    default: '9443',
    description: 'Port of Cognito over TLS',
  },
  's3-port': { type: 'string', placeholder: 'PORT', default: '9000', description: 'Port of S3' },
  reset: { type: 'boolean', default: false, description: 'Empty the data folder first' },
  'database-url': {
    type: 'string',
    placeholder: 'URL',
    description: 'Store the rows in a PostgreSQL server instead of PGlite',
  },
  'pool-config': { type: 'string', placeholder: 'FILE', description: 'Settings of the user pool, as JSON' },
  gateway: {
    type: 'string',
    placeholder: '[http|rest]',
    bareValue: 'http',
    description: 'Run the API as a Lambda function behind a local API Gateway',
  },
  built: { type: 'boolean', default: false, description: 'Serve the production build of the web app' },
  demo: { type: 'boolean', default: false, description: 'Begin with two people and their files' },
} as const satisfies Options;

export const devUsage = usageOf({
  name: `${pnpm} dev`,
  summary: 'Starts the app and its servers on this machine. More: docs/local-development.md',
  options: devOptions,
});

type Ports = Record<'web' | 'api' | 'cognito' | 'cognito-tls' | 's3', number>;

/** The settings of `pnpm dev`. */
export type Settings = {
  dataDirectory: string;
  reset: boolean;
  poolConfig: string | undefined;
  /** Serves the production build of the web app, with the headers of production. */
  built: boolean;
  /** Creates two people and their files, and offers to sign in as them. */
  demo: boolean;
  /** The type of API Gateway in front of the API as a Lambda function; `undefined` runs the API as a server. */
  gateway: 'http' | 'rest' | undefined;
  /** A PostgreSQL server that replaces PGlite. */
  databaseUrl: string | undefined;
  ports: Ports;
};

type Values = ReturnType<typeof parseOptions<typeof devOptions>>;

const parsePort = (flag: string, value: string): number => {
  const port = Number(value);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new Error(`--${flag} must be a port from 1 to 65535, not "${value}".`);
  }
  return port;
};

const assertPortsDiffer = (ports: Ports): void => {
  const names = new Map<number, string>();
  for (const [name, port] of Object.entries(ports)) {
    const other = names.get(port);
    if (other !== undefined) throw new Error(`--${other}-port and --${name}-port are both ${port}.`);
    names.set(port, name);
  }
};

const parsePorts = (values: Values): Ports => {
  const parse = (name: keyof Ports) => parsePort(`${name}-port`, values[`${name}-port`]);
  const ports = {
    web: parse('web'),
    api: parse('api'),
    cognito: parse('cognito'),
    'cognito-tls': parse('cognito-tls'),
    s3: parse('s3'),
  };
  assertPortsDiffer(ports);
  return ports;
};

const parseGateway = (gateway: string | undefined): Settings['gateway'] => {
  if (gateway === undefined || gateway === 'http' || gateway === 'rest') return gateway;
  throw new Error(`--gateway must be http or rest, not "${gateway}".`);
};

/** Turns parsed options into settings. Throws an error that names the option to correct. */
export const toSettings = (values: Values): Settings => ({
  dataDirectory: resolve(values.data),
  reset: values.reset,
  poolConfig: values['pool-config'] && resolve(values['pool-config']),
  built: values.built,
  demo: values.demo,
  gateway: parseGateway(values.gateway),
  databaseUrl: values['database-url'],
  ports: parsePorts(values),
});

export const parseSettings = (args: readonly string[]): Settings =>
  toSettings(parseOptions(devOptions, args));
