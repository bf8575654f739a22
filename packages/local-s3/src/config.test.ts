import { expect, test } from 'vitest';
import { readConfig } from './config.ts';

test('has a default for everything', () => {
  expect(readConfig([], {})).toEqual({
    dataDirectory: '.data/s3',
    port: 9000,
    region: 'us-east-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local-secret' },
  });
});

test('takes every option', () => {
  const args =
    '--port 0 --data /data --access-key-id id --secret-access-key secret --region eu-west-1 --session-key shared'.split(
      ' ',
    );

  expect(readConfig(args, {})).toEqual({
    dataDirectory: '/data',
    port: 0,
    region: 'eu-west-1',
    credentials: { accessKeyId: 'id', secretAccessKey: 'secret' },
    sessionKey: 'shared',
  });
});

test.each([['--port', 'http'], ['--port', '65536'], ['--prot', '1'], ['argument']])(
  'refuses %s %s',
  (...args) => {
    expect(() => readConfig(args, {})).toThrow('Usage: local-s3');
  },
);

test('refuses to run in production', () => {
  expect(() => readConfig([], { NODE_ENV: 'production' })).toThrow('NODE_ENV=production');
});
