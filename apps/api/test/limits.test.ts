import type { GrantRole } from '@share-my-files/contract';
import { inArray, sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { links, shareNotices } from '#db/schema.ts';
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

test('limits a file to 100 public links, without revoked ones', async () => {
  const owner = await api.createUser();
  const { id } = await uploadFile(owner);
  const create = () => owner.call('createLink', { params: { itemId: id }, body: { expiresInSeconds: null } });
  for (let count = 0; count < 99; count += 1) await create().expect(201);
  const { body: last } = await create().expect(201);

  const { body } = await create().expect(409);

  expect(body).toMatchObject({ code: 'limit_reached' });
  await owner.call('revokeLink', { params: { linkId: last.link.id } }).expect(204);
  await create().expect(201);
});

test('deletes dead links of a file when a new one is created', async () => {
  const owner = await api.createUser();
  const [file, other] = [await uploadFile(owner), await uploadFile(owner)];
  const createLink = async ({ id }: { id: string }) => {
    const body = { expiresInSeconds: 3600 };
    return (await owner.call('createLink', { params: { itemId: id }, body }).expect(201)).body.link
      .id as string;
  };
  const [open, revoked, expired] = [await createLink(file), await createLink(file), await createLink(file)];
  const revokedElsewhere = await createLink(other);
  for (const id of [revoked, revokedElsewhere])
    await owner.call('revokeLink', { params: { linkId: id } }).expect(204);
  await api.database.queries.execute(sql`update links set expires_at = now() where id = ${expired}`);

  const added = await createLink(file);

  const itemIds = [file.id, other.id];
  const rows = await api.database.queries.select().from(links).where(inArray(links.itemId, itemIds));
  expect(rows.map(({ id }) => id).sort()).toEqual([open, revokedElsewhere, added].sort());
});
