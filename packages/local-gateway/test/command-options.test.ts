import { resolve } from 'node:path';
import { parseOptions } from '@share-my-files/local-server';
import { expect, test } from 'vitest';
import { commandOptions } from '../src/command-options.ts';

const required = ['--issuer=i', '--client-id=c', '--jwks-uri=j', '--handler=h.ts', '--routes=r.ts#all'];

const parse = (...args: string[]) => parseOptions('local-gateway', commandOptions, args);

test('has defaults for the type, the port and the names of exports', () => {
  expect(parse(...required)).toEqual({
    issuer: 'i',
    'client-id': 'c',
    'jwks-uri': 'j',
    handler: { file: resolve('h.ts'), name: 'handler' },
    routes: { file: resolve('r.ts'), name: 'all' },
    type: 'http',
    port: 3000,
  });
  expect(parse(...required, '--type=rest', '--port=0')).toMatchObject({ type: 'rest', port: 0 });
});

test.each([
  ['a missing handler', required.filter((argument) => !argument.startsWith('--handler'))],
  ['an unknown type', [...required, '--type=soap']],
  ['a port out of range', [...required, '--port=70000']],
  ['an unknown option', [...required, '--host=0.0.0.0']],
])('rejects %s and prints the usage', (_case, args) => {
  expect(() => parse(...args)).toThrow('Usage: local-gateway');
});
