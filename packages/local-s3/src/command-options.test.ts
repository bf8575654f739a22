import { parseOptions } from '@share-my-files/local-server';
import { expect, test } from 'vitest';
import { commandOptions } from './command-options.ts';

const parse = (...args: string[]) => parseOptions('local-s3', commandOptions, args);

test('every option has a default, except the session key', () => {
  expect(parse()).toEqual({
    port: 9000,
    data: '.local-s3',
    'access-key-id': 'local',
    'secret-access-key': 'local-secret',
    region: 'us-east-1',
    'session-key': undefined,
  });
});

test.each([['--port', 'http'], ['--port', '65536'], ['--prot', '1'], ['argument']])(
  'rejects %s %s and prints the usage',
  (...args) => {
    expect(() => parse(...args)).toThrow('Usage: local-s3');
  },
);
