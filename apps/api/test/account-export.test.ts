import type { ExportedFile, ExportedFiles } from '@share-my-files/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApi, type TestApi } from './support/start-test-api.ts';
import { startUpload, uploadFile } from './support/upload-file.ts';

let api: TestApi;
let passedSeconds = 0;

beforeAll(async () => {
  api = await startTestApi({ now: () => Date.now() + passedSeconds * 1000 });
});

afterAll(() => api.close());

test('an export contains the account with devices, unfinished uploads and recent notifications', async () => {
  const user = await api.createUser('Grace Hopper');
  await api.signIn(user.id);
  const { id: itemId } = await uploadFile(user);
  const share = { params: { itemId }, body: { email: 'friend@example.com', role: 'viewer' as const } };
  await user.call('putGrant', share).expect(200);
  const upload = await startUpload(user);

  const { body } = await user.call('exportAccount').expect(200);

  expect(body).toMatchObject({
    account: { id: user.id, email: user.email, emailVerified: true, name: 'Grace Hopper' },
    unfinishedUploads: [{ id: upload.id }],
    shareNotices: [{ itemId, email: 'friend@example.com' }],
  });
  expect(body.sessions).toHaveLength(2);
  expect(body.sessionConfirmations).toHaveLength(1);
});

test('an export of files contains each one with its people and links, in pages', async () => {
  const [owner, user] = [await api.createUser(), await api.createUser()];
  const names = Array.from({ length: 27 }, (_, index) => `${index}.txt`);
  const own = [];
  for (const name of names) own.push(await uploadFile(user, { name, body: Buffer.from(name) }));
  const params = { itemId: own[0]?.id ?? '' };
  await user.call('putGrant', { params, body: { email: owner.email, role: 'viewer' } }).expect(200);
  await user.call('createLink', { params, body: { expiresInSeconds: 3600 } }).expect(201);
  await user.call('trashItem', { params: { itemId: own[1]?.id ?? '' } }).expect(200);
  const received = await uploadFile(owner, { name: 'received.txt' });
  const share = { params: { itemId: received.id }, body: { email: user.email, role: 'viewer' as const } };
  await owner.call('putGrant', share).expect(200);

  const files: ExportedFile[] = [];
  let cursor: string | null | undefined;
  while (cursor !== null) {
    const { body }: { body: ExportedFiles } = await user
      .call('exportFiles', { query: cursor === undefined ? {} : { cursor } })
      .expect(200);
    files.push(...body.files);
    cursor = body.nextCursor;
  }

  expect(files.map(({ name }) => name).sort()).toEqual([...names, 'received.txt'].sort());
  const shared = files.find(({ id }) => id === params.itemId);
  expect(shared).toMatchObject({ grants: [{ email: owner.email }], links: [{ downloads: 0 }] });
});

test('exporting and deleting the account need a recent sign-in, and previewing the deletion does not', async () => {
  const user = await api.createUser();
  passedSeconds = 3600;

  await user.call('previewDeletion').expect(200);
  const responses = [
    await user.call('exportAccount').expect(401),
    await user.call('exportFiles').expect(401),
    await user.call('deleteAccount').expect(401),
  ];
  passedSeconds = 0;

  expect(new Set(responses.map(({ body }) => body.code))).toEqual(
    new Set(['insufficient_user_authentication']),
  );
});
