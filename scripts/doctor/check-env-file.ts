import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { error, type Finding } from './finding.ts';

type Environment = Record<string, string | undefined>;

const root = join(import.meta.dirname, '../..');
const examples = ['.env.example', 'apps/api/.env.example'].map(
  (path): Environment => parseEnv(readFileSync(join(root, path), 'utf8')),
);

/** Parses a file of settings. Throws an error that names the file if it cannot be read. */
export const readEnvFile = (path: string): Environment => {
  try {
    return parseEnv(readFileSync(path, 'utf8'));
  } catch (cause) {
    const isMissing = cause instanceof Error && 'code' in cause && cause.code === 'ENOENT';
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new Error(isMissing ? `There is no file ${path}.` : `${path} cannot be read: ${reason}`, { cause });
  }
};

const isFromExample = (name: string, value: string): boolean =>
  /example/i.test(value) && examples.some((example) => example[name] === value);

/** Checks that every setting of a file is filled in. */
export const checkEnvFile = (settings: Environment): Finding[] =>
  Object.entries(settings).flatMap(([name, value = '']) => {
    if (value === '') return [error(name, 'is empty', 'Fill it in, or remove the line.')];
    return isFromExample(name, value)
      ? [error(name, 'is still the value of the example', 'Set it to your own.')]
      : [];
  });
