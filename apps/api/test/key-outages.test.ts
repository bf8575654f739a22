import { randomUUID } from 'node:crypto';
import type { Fetcher } from 'aws-jwt-verify/https';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTokenForge } from './support/create-token-forge.ts';
import { startTestApi, type TestApi } from './support/start-test-api.ts';
import type { TestUser } from './support/test-users.ts';

let api: TestApi;
let ada: TestUser;
let areKeysReachable = true;
let keyFetches = 0;

const wrapKeyFetcher = (fetcher: Fetcher): Fetcher => ({
  fetch: (uri) => {
    keyFetches += 1;
    return areKeysReachable ? fetcher.fetch(uri) : Promise.reject(new Error('The key set is down.'));
  },
});

beforeAll(async () => {
  api = await startTestApi({ wrapKeyFetcher, signingKeysNow: () => 0 });
  ada = await api.createUser();
});

afterAll(() => api.close());

describe('while the JWKS is unavailable', () => {
  test('accepts cached keys, returns 503 for unknown ones, and fetches once for many of them', async () => {
    const forge = await createTokenForge();
    areKeysReachable = false;
    keyFetches = 0;

    const statuses = new Set<number>();
    for (let count = 0; count < 100; count += 1) {
      const token = await forge.sign(ada.accessToken, { header: { kid: randomUUID() } });
      const response = await api.anonymous.call('getMe').set('Authorization', `Bearer ${token}`);
      statuses.add(response.status);
      expect(response.headers['retry-after']).toBe('5');
    }
    await ada.call('getMe').expect(200);
    areKeysReachable = true;

    expect([...statuses]).toEqual([503]);
    expect(keyFetches).toBe(1);
  });
});
