import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { userPoolConfigSchema } from './pool-config.ts';
import type { LocalCognitoOptions } from './start-local-cognito.ts';

const usage = 'Usage: local-cognito [--port 9229] [--data .local-cognito] [--pool-config pool.json]';

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
    },
  });
  const port = portSchema.safeParse(values.port);
  if (!port.success) throw new Error(`--port must be a number from 0 to 65535. ${usage}`);
  const file = values['pool-config'];
  return {
    port: port.data,
    dataDirectory: values.data,
    ...(file === undefined ? {} : { poolConfig: readPoolConfig(file) }),
  };
};
