import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApi, type TestApi } from './support/start-test-api.ts';
import { uploadFile } from './support/upload-file.ts';

let api: TestApi;

beforeAll(async () => {
  api = await startTestApi();
});

afterAll(() => api.close());

const canary = 'canary-7f3a';

test('logs no token, email address, name, secret or signature, even at debug level and if S3 fails', async () => {
  const user = await api.createUser(`Name ${canary}`, `${canary}@example.com`);
  const item = await uploadFile(user, { name: `${canary}.txt` });
  const link = await user
    .call('createLink', { params: { itemId: item.id }, body: { expiresInSeconds: null } })
    .expect(201);
  const { secret } = link.body;
  await user.call('putGrant', {
    params: { itemId: item.id },
    body: { email: `to-${canary}@example.com`, role: 'viewer' },
  });
  await user.call('updateItem', { params: { itemId: item.id }, body: { name: `new ${canary}` } });
  await user.request('getItem', { itemId: canary }).query({ token: canary }).expect(404);
  await user.agent.get(`/${canary}`).set('User-Agent', canary).set('Referer', `http://x/#${canary}`);
  await user.request('startUpload').set('Content-Type', 'application/json').send(`{"${canary}`).expect(400);
  await user.request('listItems').set('Authorization', `Bearer ${canary}`).expect(401);
  const download = await api.anonymous.call('downloadLink', { body: { secret } }).expect(200);
  api.faults.add('CreateMultipartUpload', 'before');
  await user
    .call('startUpload', { body: { name: canary, sizeBytes: 1, mediaType: 'text/plain' } })
    .expect(503);

  const log = api.logLines.join('');
  const signature = new URL(download.body.url).searchParams.get('X-Amz-Signature') ?? '';
  expect(log).toContain('"route":"/items/:itemId/links"');
  expect(log).toContain('"status":503');
  for (const hidden of [canary, user.accessToken, user.idToken, secret, signature]) {
    expect(log).not.toContain(hidden);
  }
});

test('logs a failed statement without its values', async () => {
  const user = await api.createUser();
  await api.database.queries.execute('alter table items rename to items_gone');
  const response = await user
    .call('startUpload', { body: { name: `${canary}.txt`, sizeBytes: 1, mediaType: 'text/plain' } })
    .expect(500);
  await api.database.queries.execute('alter table items_gone rename to items');

  expect(response.body).toEqual({
    type: 'urn:share-my-files:problem:internal_error',
    title: 'Something went wrong',
    status: 500,
    detail: 'Try again later.',
    code: 'internal_error',
    requestId: response.headers['x-request-id'],
  });
  const failure = api.logLines.find((line) => line.includes(response.headers['x-request-id'] ?? ''));
  expect(failure).toContain('"name":"DrizzleQueryError"');
  expect(failure).toContain('"code":"42P01"');
  expect(failure).not.toContain(canary);
});

test('logs each request as a line of JSON with user, route, row and status', async () => {
  const [owner, stranger] = [await api.createUser(), await api.createUser()];
  const item = await uploadFile(owner);

  const granted = await owner.call('downloadItem', { params: { itemId: item.id } }).expect(200);
  const refused = await stranger.call('downloadItem', { params: { itemId: item.id } }).expect(404);

  const records = api.logLines.map((line) => JSON.parse(line));
  const recordsOf = (requestId: string | undefined) =>
    records.filter((record) => record.requestId === requestId);
  const expected = { method: 'GET', route: '/items/:itemId/download', resourceId: item.id };
  expect(recordsOf(granted.headers['x-request-id'])).toEqual([
    expect.objectContaining({ ...expected, userId: owner.id, status: 200 }),
  ]);
  expect(recordsOf(refused.headers['x-request-id'])).toEqual([
    expect.objectContaining({ ...expected, userId: stranger.id, status: 404 }),
  ]);
});

test('gives each line the level and the timestamp that CloudWatch reads', async () => {
  api.faults.clear();
  api.faults.add('CreateMultipartUpload', 'before');
  const user = await api.createUser();
  await user
    .call('startUpload', { body: { name: 'a.txt', sizeBytes: 1, mediaType: 'text/plain' } })
    .expect(503);

  const records = api.logLines.map((line) => JSON.parse(line));
  expect(records.find(({ status }) => status === 503)).toMatchObject({ level: 'ERROR' });
  for (const { level, timestamp } of records) {
    expect(level).toMatch(/^(DEBUG|INFO|WARN|ERROR)$/);
    expect(timestamp).toMatch(/^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/);
  }
});
