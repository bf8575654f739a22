import { FetchError } from 'aws-jwt-verify/error';
import { describe, expect, test } from 'vitest';
import { backOffAfterFailure, createSigningKeys } from './signing-keys.ts';

describe('fetching the JWKS', () => {
  test('backs off for ten seconds after a failure', async () => {
    let now = 0;
    let fetches = 0;
    let isDown = true;
    const keys = new ArrayBuffer(1);
    const fetcher = backOffAfterFailure(
      {
        fetch: () => {
          fetches += 1;
          return isDown ? Promise.reject(new Error('down')) : Promise.resolve(keys);
        },
      },
      () => now,
    );

    for (; now < 10_000; now += 100) await expect(fetcher.fetch('keys')).rejects.toThrow('down');
    expect(fetches).toBe(1);

    isDown = false;
    await expect(fetcher.fetch('keys')).resolves.toBe(keys);
    await expect(fetcher.fetch('keys')).resolves.toBe(keys);
    expect(fetches).toBe(3);
  });
});

describe('a response that is not a JWKS', () => {
  test.each(['<html>Bad gateway</html>', '{}', '{"keys":"none"}', ''])(
    'such as %j is an outage',
    async (answer) => {
      const fetch = () => Promise.resolve(new TextEncoder().encode(answer).buffer);
      const { cache } = createSigningKeys('https://example.com/jwks.json', { fetch });

      const lookup = cache.getJwk('https://example.com/jwks.json', {
        header: { alg: 'RS256', kid: 'any' },
        payload: {},
      });

      await expect(lookup).rejects.toBeInstanceOf(FetchError);
    },
  );
});

describe('keys older than an hour', () => {
  test('are fetched again, and during an outage only by the first of many requests', async () => {
    let now = 0;
    let fetches = 0;
    let isDown = false;
    const jwks = new TextEncoder().encode('{"keys":[]}').buffer;
    const fetch = () => {
      fetches += 1;
      return isDown ? Promise.reject(new Error('down')) : Promise.resolve(jwks);
    };
    const keys = createSigningKeys('https://example.com/jwks.json', { fetch }, () => now);
    const hour = 3_600_000;
    await keys.refresh();
    await keys.refreshIfOlderThan(hour);
    expect(fetches).toBe(1);

    now += hour + 1;
    isDown = true;
    for (let count = 0; count < 50; count += 1) {
      await expect(keys.refreshIfOlderThan(hour)).rejects.toThrow('down');
    }

    expect(fetches).toBe(2);
  });
});
