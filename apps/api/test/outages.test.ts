import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestApi, type TestApi } from './support/start-test-api.ts';
import type { TestUser } from './support/test-users.ts';
import { uploadFile } from './support/upload-file.ts';

let api: TestApi;
let ada: TestUser;

beforeAll(async () => {
  api = await startTestApi();
  ada = await api.createUser();
});

afterAll(() => api.close());

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
