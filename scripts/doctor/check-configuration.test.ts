import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { expect, test } from 'vitest';
import { checkConfiguration } from './check-configuration.ts';
import { readEnvFile } from './check-env-file.ts';

const example = parseEnv(readFileSync(join(import.meta.dirname, '../../.env.example'), 'utf8'));

const filledIn = {
  ...example,
  PUBLIC_ORIGIN: 'https://files.share.dev',
  DATABASE_PASSWORD: 'f3',
  COGNITO_USER_POOL_ID: 'eu-central-1_Abc123',
  COGNITO_USER_POOL_CLIENT_ID: 'client',
  AWS_ACCESS_KEY_ID: 'key',
  AWS_SECRET_ACCESS_KEY: 'secret',
};

test('accepts a copy of .env.example that is filled in', () => {
  expect(checkConfiguration(filledIn)).toEqual([
    { subject: 'environment', state: 'ok', detail: 'complete for https://files.share.dev' },
  ]);
});

test.each([
  ['PUBLIC_ORIGIN', 'https://files.example.com', 'is still the value of the example'],
  ['DATABASE_PASSWORD', '', 'is empty'],
  ['AWS_SECRET_ACCESS_KEY', '', 'is empty'],
  ['COGNITO_USER_POOL_ID', '', 'is empty'],
  ['PUBLIC_ORIGIN', 'http://192.168.1.5', 'must be https, or http on localhost'],
])('refuses a file with %s=%s', (name, value, reason) => {
  expect(checkConfiguration({ ...filledIn, [name]: value })).toEqual([
    { subject: name, state: 'error', detail: expect.stringContaining(reason), fix: expect.any(String) },
  ]);
});

test('names a file that does not exist', () => {
  expect(() => readEnvFile('missing.env')).toThrow(/^There is no file missing\.env\.$/);
});
