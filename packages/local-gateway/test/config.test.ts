import { describe, expect, test } from 'vitest';
import { ConfigError, readConfig } from '../src/config.ts';

const needed = ['--issuer=i', '--client-id=c', '--jwks-uri=j', '--handler=h.ts', '--routes=r.ts'];

describe('the command line', () => {
  test('names what stands behind the gateway; the rest has defaults', () => {
    expect(readConfig(needed, {})).toMatchObject({ type: 'http', port: 3000, issuer: 'i', clientId: 'c' });
    expect(readConfig([...needed, '--type=rest', '--port=0'], {})).toMatchObject({ type: 'rest', port: 0 });
  });

  test.each([
    ['a missing handler', needed.filter((argument) => !argument.startsWith('--handler'))],
    ['an unknown type', [...needed, '--type=soap']],
    ['a port that is none', [...needed, '--port=70000']],
    ['an unknown option', [...needed, '--host=0.0.0.0']],
  ])('with %s is refused with the usage', (_what, args) => {
    expect(() => readConfig(args, {})).toThrow(/Usage: local-gateway/);
  });

  test('is refused in production', () => {
    expect(() => readConfig(needed, { NODE_ENV: 'production' })).toThrow(ConfigError);
  });
});
