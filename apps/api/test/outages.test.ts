import { randomUUID } from 'node:crypto';
import type { Fetcher } from 'aws-jwt-verify/https';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTokenForge } from './support/create-token-forge.ts';
import { startTestApi, type TestApi } from './support/start-test-api.ts';
import type { TestUser } from './support/test-users.ts';
import { uploadFile } from './support/upload-file.ts';

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

describe('while the key set is down', () => {
  test('known keys serve on, unknown ones get 503, and a flood of them costs one fetch', async () => {
    const forge = await createTokenForge();
    areKeysReachable = false;
    keyFetches = 0;

    const statuses = new Set<number>();
    for (let count = 0; count < 100; count += 1) {
      const token = await forge.sign(api.cognito, ada.id, { header: { kid: randomUUID() } });
      const response = await api.anonymous.get('/api/me').set('Authorization', `Bearer ${token}`);
      statuses.add(response.status);
      expect(response.headers['retry-after']).toBe('5');
    }
    await ada.api.get('/api/me').expect(200);
    areKeysReachable = true;

    expect([...statuses]).toEqual([503]);
    expect(keyFetches).toBe(1);
  });
});

describe('while Cognito is down', () => {
  test('users who are known go on, and new ones are told to come back', async () => {
    const { sub } = await api.cognito.createConfirmedUser({
      email: 'late@example.com',
      password: 'Correct-horse-1',
      name: 'Late',
    });
    const newcomer = await api.signIn(sub);
    await api.cognito.close();

    await ada.api.get('/api/me').expect(200);
    const response = await newcomer.api.get('/api/me').expect(503);

    expect(response.headers['retry-after']).toBe('5');
    expect(response.body.code).toBe('service_unavailable');
  });

  test('nobody is told to be signed out everywhere, and nobody is', async () => {
    const response = await ada.api.post('/api/me/sign-out-everywhere').expect(503);

    expect(response.body.code).toBe('service_unavailable');
    await ada.api.get('/api/me').expect(200);
  });
});

describe('while S3 is down', () => {
  test('all that needs no bytes works, the rest says 503, and nothing is told of hosts', async () => {
    const item = await uploadFile(ada);
    await api.anonymous.get('/readyz').expect(200, { status: 'ok' });
    await api.s3.close();

    await api.anonymous.get('/healthz').expect(200, { status: 'ok' });
    await api.anonymous.get('/readyz').expect(503, { status: 'unavailable' });
    await ada.api.get('/api/items').expect(200);
    await ada.api.patch(`/api/items/${item.id}`).send({ name: 'renamed.txt' }).expect(200);
    await ada.api.post(`/api/items/${item.id}/trash`).expect(200);
    const response = await ada.api
      .post('/api/uploads')
      .send({ name: 'a.txt', sizeBytes: 1, mediaType: 'text/plain' })
      .expect(503);

    expect(response.headers['retry-after']).toBe('5');
    expect(response.text).not.toMatch(/127\.0\.0\.1|localhost|ECONN/);
    await ada.api.delete(`/api/items/${item.id}`).expect(204);
    await ada.api.get(`/api/items/${item.id}`).expect(404);
  });
});
