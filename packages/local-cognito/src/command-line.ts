import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { createClock } from './clock/clock.ts';
import { userPoolConfigSchema } from './pool-config.ts';
import type { LocalCognitoOptions } from './start-local-cognito.ts';

const usage =
  'Usage: local-cognito [--port 9229] [--data .local-cognito] [--pool-config pool.json] [--clock now|2030-01-31T12:00:00Z]';

const clockSchema = z.union([
  z.literal('now').transform(() => Date.now()),
  z.iso.datetime().transform(Date.parse),
]);

const portSchema = z.coerce.number().int().min(0).max(65_535);

const readPoolConfig = (file: string): z.input<typeof userPoolConfigSchema> => {
  const config: unknown = JSON.parse(readFileSync(file, 'utf8'));
  const checked = userPoolConfigSchema.safeParse(config);
  if (!checked.success) throw new Error(`${file}:\n${z.prettifyError(checked.error)}`);
  return checked.data;
};

/** Turns command-line arguments into options; throws an Error that says what is wrong with them. */
export const parseCommandLine = (args: string[]): LocalCognitoOptions => {
  const { values } = parseArgs({
    args,
    options: {
      port: { type: 'string', default: '9229' },
      data: { type: 'string', default: '.local-cognito' },
      'pool-config': { type: 'string' },
      clock: { type: 'string' },
    },
  });
  const port = portSchema.safeParse(values.port);
  if (!port.success) throw new Error(`--port must be a number from 0 to 65535. ${usage}`);
  const clockStart = clockSchema.optional().safeParse(values.clock);
  if (!clockStart.success) throw new Error(`--clock must be "now", or a time in ISO 8601 with Z. ${usage}`);
  const file = values['pool-config'];
  return {
    port: port.data,
    dataDirectory: values.data,
    ...(clockStart.data === undefined ? {} : { clock: createClock(clockStart.data) }),
    ...(file === undefined ? {} : { poolConfig: readPoolConfig(file) }),
  };
};
