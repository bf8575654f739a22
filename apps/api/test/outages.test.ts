import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { users } from '#db/schema.ts';
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
  test('serves sessions that it has confirmed, and returns 503 to all others', async () => {
    const { sub } = await api.cognito.createConfirmedUser({
      email: 'late@example.com',
      password: 'Correct-horse-1',
      name: 'Late',
    });
    const newcomer = await api.signIn(sub);
    const unconfirmed = await api.createUser();
    const change = { sessionsChangedAt: sql`now()` };
    await api.database.transaction((tx) => tx.update(users).set(change).where(eq(users.id, unconfirmed.id)));
    await api.ageConfirmations(3600);
    await api.cognito.close();

    await ada.call('getMe').expect(200);
    await unconfirmed.call('getMe').expect(503);
    const response = await newcomer.call('getMe').expect(503);

    expect(response.headers['retry-after']).toBe('5');
    expect(response.body.code).toBe('service_unavailable');
  });

  test('returns 503 for signing out everywhere, and signs nobody out', async () => {
    const response = await ada.call('signOutEverywhere').expect(503);

    expect(response.body.code).toBe('service_unavailable');
    await ada.call('getMe').expect(200);
  });
});

describe('while S3 is down', () => {
  test('serves requests without bytes, and returns 503 without host names to the others', async () => {
    const item = await uploadFile(ada);
    await api.anonymous.agent.get('/readyz').expect(200, { status: 'ok' });
    await api.s3.close();

    await api.anonymous.agent.get('/healthz').expect(200, { status: 'ok' });
    await api.anonymous.agent.get('/readyz').expect(503, { status: 'unavailable' });
    await ada.call('listItems').expect(200);
    await ada.call('updateItem', { params: { itemId: item.id }, body: { name: 'renamed.txt' } }).expect(200);
    await ada.call('trashItem', { params: { itemId: item.id } }).expect(200);
    const response = await ada
      .call('startUpload', { body: { name: 'a.txt', sizeBytes: 1, mediaType: 'text/plain' } })
      .expect(503);

    expect(response.headers['retry-after']).toBe('5');
    expect(response.text).not.toMatch(/127\.0\.0\.1|localhost|ECONN/);
    await ada.call('deleteItem', { params: { itemId: item.id } }).expect(204);
    await ada.call('getItem', { params: { itemId: item.id } }).expect(404);
  });
});
