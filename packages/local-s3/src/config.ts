import { parseArgs } from 'node:util';
import type { LocalS3Options } from './server.ts';

/** What the command line says, with a default for everything. */
export type Config = Required<Pick<LocalS3Options, 'dataDirectory' | 'port' | 'credentials' | 'region'>> &
  Pick<LocalS3Options, 'sessionKey'>;

const usage =
  'Usage: local-s3 [--port 9000] [--data DIR] [--access-key-id ID] [--secret-access-key SECRET] [--region NAME] [--session-key KEY]';

/** The command line or the environment does not allow to start; the message is for the user. */
export class ConfigError extends Error {}

const parse = (args: string[]) => {
  try {
    return parseArgs({
      args,
      options: {
        port: { type: 'string', default: '9000' },
        data: { type: 'string', default: '.data/s3' },
        'access-key-id': { type: 'string', default: 'local' },
        'secret-access-key': { type: 'string', default: 'local-secret' },
        region: { type: 'string', default: 'us-east-1' },
        'session-key': { type: 'string' },
      },
    }).values;
  } catch (cause) {
    throw new ConfigError(`${cause instanceof Error ? cause.message : cause}\n${usage}`, { cause });
  }
};

const parsePort = (text: string) => {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw new ConfigError(`--port must be a number from 0 to 65535, not "${text}".\n${usage}`);
};

/** Reads the command line; throws `ConfigError`, also when NODE_ENV is `production`. */
export const readConfig = (args: string[], env: NodeJS.ProcessEnv = process.env): Config => {
  if (env.NODE_ENV === 'production') {
    throw new ConfigError(
      'local-s3 is for development and tests: it refuses to run with NODE_ENV=production.',
    );
  }
  const values = parse(args);
  return {
    dataDirectory: values.data,
    port: parsePort(values.port),
    region: values.region,
    credentials: { accessKeyId: values['access-key-id'], secretAccessKey: values['secret-access-key'] },
    sessionKey: values['session-key'],
  };
};
