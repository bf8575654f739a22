import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { createClock } from './clock/clock.ts';
import { userPoolConfigSchema } from './settings/pool-settings.ts';
import type { LocalCognitoOptions } from './start-local-cognito.ts';

const usage =
  'Usage: local-cognito [--port 9229] [--tls-port 9443] [--data .local-cognito] [--pool-config pool.json] [--clock now|2030-01-31T12:00:00Z]';

const clockSchema = z.union([
  z.literal('now').transform(() => Date.now()),
  z.iso.datetime().transform(Date.parse),
]);

const portSchema = z.coerce.number().int().min(0).max(65_535);

const parsePort = (flag: string, value: string): number => {
  const port = portSchema.safeParse(value);
  if (!port.success) throw new Error(`--${flag} must be a number from 0 to 65535. ${usage}`);
  return port.data;
};

const messageOf = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause));

const readJson = (file: string): unknown => {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (cause) {
    throw new Error(`${file}: ${messageOf(cause)}`, { cause });
  }
};

const readPoolConfig = (file: string): z.input<typeof userPoolConfigSchema> => {
  const config = readJson(file);
  const checked = userPoolConfigSchema.safeParse(config);
  if (!checked.success) throw new Error(`${file}:\n${z.prettifyError(checked.error)}`);
  return checked.data;
};

const parse = (args: string[]) => {
  try {
    return parseArgs({
      args,
      options: {
        port: { type: 'string', default: '9229' },
        'tls-port': { type: 'string' },
        data: { type: 'string', default: '.local-cognito' },
        'pool-config': { type: 'string' },
        clock: { type: 'string' },
      },
    }).values;
  } catch (cause) {
    throw new Error(`${messageOf(cause)}. ${usage}`, { cause });
  }
};

/** Turns command-line arguments into options; throws an Error that says what is wrong with them. */
export const parseCommandLine = (args: string[]): LocalCognitoOptions => {
  const values = parse(args);
  const clockStart = clockSchema.optional().safeParse(values.clock);
  if (!clockStart.success) throw new Error(`--clock must be "now", or a time in ISO 8601 with Z. ${usage}`);
  const { 'tls-port': tlsPort, 'pool-config': file } = values;
  return {
    port: parsePort('port', values.port),
    ...(tlsPort === undefined ? {} : { tlsPort: parsePort('tls-port', tlsPort) }),
    dataDirectory: values.data,
    ...(clockStart.data === undefined ? {} : { clock: createClock(clockStart.data) }),
    ...(file === undefined ? {} : { poolConfig: readPoolConfig(file) }),
  };
};
