import type { GrantRole } from '@share-my-files/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { shareNotices } from '#db/schema.ts';
import { startTestApi, type TestApi } from './support/start-test-api.ts';
import type { TestUser } from './support/test-users.ts';
import { startUpload, uploadFile } from './support/upload-file.ts';

let api: TestApi;
let ada: TestUser;

beforeAll(async () => {
  api = await startTestApi({ quotaFiles: 3 });
  ada = await api.createUser();
});

afterAll(() => api.close());

const startAnother = () =>
  ada.call('startUpload', { body: { name: 'empty.txt', mediaType: 'text/plain', sizeBytes: 0 } });

test('limits the number of files, including empty ones and uploads', async () => {
  await uploadFile(ada);
  const upload = await startUpload(ada);

  const answers = await Promise.all(Array.from({ length: 5 }, startAnother));

  expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409, 409]);
  expect(answers.find(({ status }) => status === 409)?.body).toMatchObject({
    code: 'limit_reached',
    detail: 'You can store up to 3 files. Permanently delete some of them first.',
  });
  expect(await api.findViolations()).toEqual([]);
  await ada.call('cancelUpload', { params: { uploadId: upload.id } }).expect(204);
  await startAnother().expect(201);
});

test('limits a file to 100 grants, whose roles can still change', async () => {
  const owner = await api.createUser();
  const { id } = await uploadFile(owner);
  const share = (index: number, role: GrantRole = 'viewer') =>
    owner.call('putGrant', { params: { itemId: id }, body: { email: `friend-${index}@example.com`, role } });
  for (let index = 0; index < 100; index += 1) await share(index).expect(200);

  const { body } = await share(100).expect(409);

  expect(body).toMatchObject({ code: 'limit_reached' });
  await share(0, 'editor').expect(200);
  const { body: list } = await owner.call('listGrants', { params: { itemId: id } }).expect(200);
  expect(list.grants).toHaveLength(100);
  await owner.call('revokeGrant', { params: { itemId: id, grantId: list.grants[0].id } }).expect(204);
  await api.forgetNotices();
  await share(100).expect(200);
});

test('limits the notifications of concurrent shares to the daily limit', async () => {
  const owner = await api.createUser();
  const [first, second, third] = [await uploadFile(owner), await uploadFile(owner), await uploadFile(owner)];
  const sent = Array.from({ length: 99 }, (_, index) => ({
    ownerId: owner.id,
    itemId: first.id,
    email: `notified-${index}@example.com`,
  }));
  await api.database.transaction((tx) => tx.insert(shareNotices).values(sent));

  const answers = await Promise.all(
    [first, second, third].map(({ id }) =>
      owner.call('putGrant', { params: { itemId: id }, body: { email: 'new@example.com', role: 'viewer' } }),
    ),
  );

  expect(answers.map(({ status }) => status).sort()).toEqual([200, 429, 429]);
});
