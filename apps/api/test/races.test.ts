import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { moveItem } from './support/folder-calls.ts';
import { startTestApi, type TestApi } from './support/start-test-api.ts';
import { createFolder, sendAllParts, startUpload, uploadFile } from './support/upload-file.ts';

const mebibyte = 1024 ** 2;
const rounds = Array.from({ length: 10 }, (_, index) => index);

let api: TestApi;

const together = <Result>(count: number, send: (index: number) => PromiseLike<Result>): Promise<Result[]> =>
  Promise.all(Array.from({ length: count }, (_, index) => send(index)));

const countOf = (answers: { status: number }[], status: number): number =>
  answers.filter((answer) => answer.status === status).length;

beforeAll(async () => {
  api = await startTestApi({ quotaBytes: 100 * mebibyte });
});

afterAll(() => api.close());

// PGlite has one connection, so only a run on PostgreSQL lets statements overlap.
describe('concurrently', () => {
  test('only one of several uploads that fit alone starts', async () => {
    for (const _ of rounds) {
      const user = await api.createUser();
      const answers = await together(10, () =>
        user.call('startUpload', { body: { name: 'a', sizeBytes: 60 * mebibyte, mediaType: 'video/mp4' } }),
      );

      expect([countOf(answers, 201), countOf(answers, 409)]).toEqual([1, 9]);
    }
    expect(await api.findViolations()).toEqual([]);
  });

  test('either completing or canceling an upload succeeds', async () => {
    const user = await api.createUser();
    for (const _ of rounds) {
      const upload = await startUpload(user);
      await sendAllParts(user, upload, Buffer.from('bytes'));

      const [complete, cancel] = await Promise.all([
        user.call('completeUpload', { params: { uploadId: upload.id } }),
        user.call('cancelUpload', { params: { uploadId: upload.id } }),
      ]);

      const item = await user.call('getItem', { params: { itemId: upload.itemId } });
      const isReady = item.status === 200;
      expect({ complete: complete.status === 202, cancel: cancel.status === 204 }).toEqual({
        complete: isReady,
        cancel: !isReady,
      });
    }
    expect(await api.findViolations()).toEqual([]);
  });

  test('all first requests of a user succeed, and one row is inserted', async () => {
    for (const index of rounds) {
      const { sub } = await api.cognito.createConfirmedUser({
        email: `first-${index}@example.com`,
        password: 'Correct-horse-1',
        name: 'First',
      });
      const session = await api.signIn(sub);

      expect(countOf(await together(8, () => session.call('getMe')), 200)).toBe(8);
    }
  });

  test('grants to one address create one row, which a new user receives in any order', async () => {
    const owner = await api.createUser();
    for (const index of rounds) {
      const email = `invited-${index}@example.com`;
      const item = await uploadFile(owner);
      const { sub } = await api.cognito.createConfirmedUser({
        email,
        password: 'Correct-horse-1',
        name: 'Invited',
      });
      const invited = await api.signIn(sub);

      const [answers] = await Promise.all([
        together(5, () =>
          owner.call('putGrant', { params: { itemId: item.id }, body: { email, role: 'viewer' } }),
        ),
        invited.call('getMe').expect(200),
      ]);

      expect(new Set(answers.map((answer) => answer.body.id)).size).toBe(1);
      await invited.call('getItem', { params: { itemId: item.id } }).expect(200);
    }
  });

  test('deleting, restoring and sharing leave no grant of a deleted item', async () => {
    const owner = await api.createUser();
    for (const _ of rounds) {
      const item = await uploadFile(owner);
      await owner.call('trashItem', { params: { itemId: item.id } }).expect(200);

      await Promise.all([
        ...(await together(3, () => owner.call('deleteItem', { params: { itemId: item.id } }))),
        owner.call('restoreItem', { params: { itemId: item.id } }),
        owner.call('createLink', { params: { itemId: item.id }, body: { expiresInSeconds: null } }),
        owner.call('putGrant', {
          params: { itemId: item.id },
          body: { email: 'friend@example.com', role: 'viewer' },
        }),
      ]);
    }
    expect(await api.findViolations()).toEqual([]);
  });

  test('moves never make a cycle', async () => {
    const owner = await api.createUser();
    for (const _ of rounds) {
      const folders = await Promise.all(['a', 'b', 'c'].map((name) => createFolder(owner, name)));
      const [a = '', b = '', c = ''] = folders;

      const answers = await Promise.all([
        moveItem(owner, a, b),
        moveItem(owner, b, c),
        moveItem(owner, c, a),
      ]);

      expect(countOf(answers, 409)).toBeGreaterThan(0);
      expect(countOf(answers, 200) + countOf(answers, 409)).toBe(3);
    }
    expect(await api.findViolations()).toEqual([]);
  });

  test('a folder that is deleted leaves nothing behind of what arrives in it', async () => {
    for (const _ of rounds) {
      const owner = await api.createUser();
      const folderId = await createFolder(owner, 'goes');
      const item = await uploadFile(owner);
      const upload = await startUpload(owner, { parentId: folderId });
      await sendAllParts(owner, upload, Buffer.from('bytes'));

      await Promise.all([
        owner
          .call('trashItem', { params: { itemId: folderId } })
          .then(() => owner.call('deleteItem', { params: { itemId: folderId } })),
        moveItem(owner, item.id, folderId),
        owner.call('createFolder', { body: { name: 'new', parentId: folderId } }),
        owner.call('completeUpload', { params: { uploadId: upload.id } }),
      ]);
      await api.services.sweep();
    }
    expect(await api.findViolations()).toEqual([]);
  });

  test('only one of several folders gets a name', async () => {
    const owner = await api.createUser();
    for (const index of rounds) {
      const body = { name: `Folder ${index}` };
      const answers = await together(5, () => owner.call('createFolder', { body }));

      expect([countOf(answers, 201), countOf(answers, 409)]).toEqual([1, 4]);
    }
    const { body } = await owner.call('listItems').expect(200);
    expect(body.items).toHaveLength(rounds.length);
  });

  test('uploads of one name all arrive, each under a name of its own', async () => {
    const owner = await api.createUser();

    const items = await together(5, () => uploadFile(owner, { name: 'same.txt' }));

    expect(new Set(items.map(({ name }) => name)).size).toBe(5);
    expect(await api.findViolations()).toEqual([]);
  });
});
