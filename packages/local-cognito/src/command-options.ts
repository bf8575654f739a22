import { readFileSync } from 'node:fs';
import { type CommandOptions, parsePort, StartError } from '@share-my-files/local-server';
import { z } from 'zod';
import { type Clock, createClock } from './clock/clock.ts';
import { type UserPoolConfig, userPoolConfigSchema } from './settings/pool-settings.ts';

const clockSchema = z.union([
  z.literal('now').transform(() => Date.now()),
  z.iso.datetime().transform(Date.parse),
]);

const parseClock = (text: string): Clock => {
  const start = clockSchema.safeParse(text);
  if (!start.success) throw new StartError('must be "now" or a time in ISO 8601 with Z');
  return createClock(start.data);
};

const readJson = (file: string): unknown => {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new StartError(`must name a JSON file; ${file}: ${reason}`, { cause });
  }
};

const readPoolConfig = (file: string): UserPoolConfig => {
  const config = readJson(file);
  const checked = userPoolConfigSchema.safeParse(config);
  if (!checked.success) {
    throw new StartError(`has invalid settings in ${file}:\n${z.prettifyError(checked.error)}`);
  }
  return checked.data;
};

/** Options of the command `local-cognito`. */
export const commandOptions = {
  port: {
    placeholder: 'PORT',
    description: 'Port on 127.0.0.1; 0 takes a free one',
    default: '9229',
    parse: parsePort,
  },
  'tls-port': {
    placeholder: 'PORT',
    description: 'Port that serves the same over TLS',
    isOptional: true,
    parse: parsePort,
  },
  data: {
    placeholder: 'DIRECTORY',
    description: 'Folder of the state',
    default: '.local-cognito',
  },
  'pool-config': {
    placeholder: 'FILE',
    description: 'Settings of the pool as JSON',
    isOptional: true,
    parse: readPoolConfig,
  },
  clock: {
    placeholder: 'TIME',
    description: 'Start of a clock that /clock moves: "now" or a time such as 2030-01-31T12:00:00Z',
    isOptional: true,
    parse: parseClock,
  },
} as const satisfies CommandOptions;
