import type { ItemPage } from '@share-my-files/contract';
import { maximumFolderDepth } from '@share-my-files/contract';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { moveItem, namesIn, namesOf, pathOf } from './support/folder-calls.ts';
import { startTestApi, type TestApi } from './support/start-test-api.ts';
import type { TestUser } from './support/test-users.ts';
import { createFolder, sendAllParts, startUpload, uploadFile } from './support/upload-file.ts';

let api: TestApi;
let ada: TestUser;
let grace: TestUser;

beforeAll(async () => {
  api = await startTestApi();
});

beforeEach(async () => {
  ada = await api.createUser('Ada Lovelace');
  grace = await api.createUser('Grace Hopper');
});

afterEach(async () => {
  api.faults.clear();
  expect(await api.findViolations()).toEqual([]);
});

afterAll(() => api.close());

const share = (itemId: string, user: TestUser, role: 'viewer' | 'editor') =>
  ada.call('putGrant', { params: { itemId }, body: { email: user.email, role } }).expect(200);

const trash = (itemId: string) => ada.call('trashItem', { params: { itemId } }).expect(200);

describe('a folder', () => {
  test('contains files and folders, newest first and paged, which the root does not list', async () => {
    const folderId = await createFolder(ada, 'Holidays');
    await createFolder(ada, 'Beach', folderId);
    await uploadFile(ada, { name: 'a.jpg', parentId: folderId });
    await uploadFile(ada, { name: 'b.jpg', parentId: folderId });

    const first: ItemPage = (
      await ada.call('listFolder', { params: { folderId }, query: { limit: 2 } }).expect(200)
    ).body;
    const query = { limit: 2, cursor: first.nextCursor ?? undefined };
    const next: ItemPage = (await ada.call('listFolder', { params: { folderId }, query }).expect(200)).body;

    expect(first.items).toMatchObject([
      { name: 'b.jpg', kind: 'file', parentId: folderId, role: 'owner' },
      { name: 'a.jpg', kind: 'file', parentId: folderId },
    ]);
    expect(next).toMatchObject({ items: [{ name: 'Beach', kind: 'folder' }], nextCursor: null });
    expect(await namesIn(ada, null)).toEqual(['Holidays']);
  });

  test('has no bytes to download, and no file contains anything', async () => {
    const folderId = await createFolder(ada, 'Holidays');
    const { id: itemId } = await uploadFile(ada);
    const upload = { name: 'a', mediaType: 'text/plain', sizeBytes: 1, parentId: itemId };

    const refused = [
      await ada.call('downloadItem', { params: { itemId: folderId } }),
      await ada.call('listFolder', { params: { folderId: itemId } }),
      await ada.call('createFolder', { body: { name: 'Inside', parentId: itemId } }),
      await ada.call('startUpload', { body: upload }),
    ];

    expect(refused.map((response) => response.body.code)).toEqual(Array(4).fill('wrong_kind'));
  });

  test('is at most 64 folders deep, also after a move', async () => {
    let deepest: string | null = null;
    for (let depth = 1; depth <= maximumFolderDepth; depth += 1) {
      deepest = await createFolder(ada, `Level ${depth}`, deepest);
    }
    const other = await createFolder(ada, 'Other');
    const { id: itemId } = await uploadFile(ada, { parentId: deepest });

    const refused = [
      await ada.call('createFolder', { body: { name: 'Deeper', parentId: deepest } }),
      await moveItem(ada, other, deepest),
    ];

    expect(refused.map((response) => response.body.code)).toEqual(['limit_reached', 'limit_reached']);
    expect(await pathOf(ada, itemId)).toHaveLength(maximumFolderDepth + 1);
  });

  test('of somebody else does not exist', async () => {
    const folderId = await createFolder(ada, 'Holidays');
    const { id: itemId } = await uploadFile(grace);
    const upload = { name: 'a', mediaType: 'text/plain', sizeBytes: 1, parentId: folderId };

    const refused = [
      await grace.call('listFolder', { params: { folderId } }),
      await grace.call('getItemPath', { params: { itemId: folderId } }),
      await grace.call('createFolder', { body: { name: 'Mine', parentId: folderId } }),
      await grace.call('startUpload', { body: upload }),
      await moveItem(grace, itemId, folderId),
    ];

    expect(refused.map(({ status }) => status)).toEqual(Array(5).fill(404));
  });
});

describe('a name in a folder', () => {
  test.each([
    ['Résumé.pdf', 're\u0301sume\u0301.PDF'],
    ['Straße', 'STRASSE'],
    ['ΣΑΣ', 'σας'],
  ])('%s is the same as %s', async (name, same) => {
    await createFolder(ada, name);

    const { body } = await ada.call('createFolder', { body: { name: same } }).expect(409);

    expect(body.code).toBe('name_taken');
  });

  test('can be in another folder, in the trash, and of an upload that is not complete', async () => {
    const folderId = await createFolder(ada, 'Holidays');
    await uploadFile(ada, { name: 'a.txt', parentId: folderId });
    await startUpload(ada, { name: 'a.txt' });
    await trash((await uploadFile(ada, { name: 'a.txt' })).id);

    expect((await uploadFile(ada, { name: 'a.txt' })).name).toBe('a.txt');
  });

  test('that is taken is refused, or the new item gets a number', async () => {
    await uploadFile(ada, { name: 'a.txt' });
    await uploadFile(ada, { name: 'A (2).TXT' });
    const { id: itemId } = await uploadFile(ada, { name: 'b.txt' });
    const input = { params: { itemId }, body: { name: 'a.txt' } };
    const upload = { name: 'a.txt', mediaType: 'text/plain', sizeBytes: 1, nameConflict: 'reject' as const };

    const refused = [await ada.call('updateItem', input), await ada.call('startUpload', { body: upload })];
    const body = { ...input.body, nameConflict: 'keepBoth' as const };
    const renamed = await ada.call('updateItem', { ...input, body }).expect(200);

    expect(refused.map((response) => response.body.code)).toEqual(['name_taken', 'name_taken']);
    expect(renamed.body.name).toBe('a (3).txt');
    expect((await uploadFile(ada, { name: 'a.txt' })).name).toBe('a (4).txt');
  });

  test('can be taken over from a file, which goes to the trash when the upload is complete', async () => {
    await uploadFile(ada, { name: 'a.txt' });
    const body = { name: 'A.txt', mediaType: 'text/plain', sizeBytes: 5, nameConflict: 'replace' as const };
    const upload = (await ada.call('startUpload', { body }).expect(201)).body;
    await sendAllParts(ada, upload, Buffer.from('bytes'));
    const before = await namesIn(ada, null);
    await ada.call('completeUpload', { params: { uploadId: upload.id } }).expect(202);

    expect(before).toEqual(['a.txt']);
    expect(await namesIn(ada, null)).toEqual(['A.txt']);
    expect(await namesOf(ada, 'trash')).toEqual(['a.txt']);
  });

  test('is never taken over from a folder', async () => {
    const folderId = await createFolder(ada, 'Holidays');
    const inner = await createFolder(ada, 'holidays', folderId);

    const { body } = await moveItem(ada, inner, null, 'replace').expect(409);
    await moveItem(ada, inner, null, 'keepBoth').expect(200);

    expect(body.code).toBe('name_taken');
    expect(await namesIn(ada, null)).toEqual(['holidays (2)', 'Holidays']);
  });
});

describe('a move', () => {
  test('takes a folder along with what it contains, and back to the root', async () => {
    const [from, to] = [await createFolder(ada, 'From'), await createFolder(ada, 'To')];
    const { id: itemId } = await uploadFile(ada, { name: 'a.txt', parentId: from });

    const moved = await moveItem(ada, from, to).expect(200);
    const path = await pathOf(ada, itemId);
    await moveItem(ada, itemId, null).expect(200);

    expect(moved.body).toMatchObject({ id: from, parentId: to });
    expect(path).toEqual(['To', 'From', 'a.txt']);
    expect(await pathOf(ada, itemId)).toEqual(['a.txt']);
  });

  test('into itself, below itself or to another owner is refused', async () => {
    const outer = await createFolder(ada, 'Outer');
    const inner = await createFolder(ada, 'Inner', outer);
    const graces = await createFolder(grace, 'Of Grace');
    const body = { email: ada.email, role: 'editor' as const };
    await grace.call('putGrant', { params: { itemId: graces }, body }).expect(200);

    const refused = [
      await moveItem(ada, outer, outer),
      await moveItem(ada, outer, inner),
      await moveItem(ada, outer, graces),
    ];

    expect(refused.map((response) => response.body.code)).toEqual(Array(3).fill('invalid_move'));
  });

  test('changes who has access', async () => {
    const shared = await createFolder(ada, 'Shared');
    await share(shared, grace, 'viewer');
    const { id: itemId } = await uploadFile(ada);

    await grace.call('getItem', { params: { itemId } }).expect(404);
    await moveItem(ada, itemId, shared).expect(200);
    await grace.call('getItem', { params: { itemId } }).expect(200);
    await moveItem(ada, itemId, null).expect(200);
    await grace.call('getItem', { params: { itemId } }).expect(404);
  });
});
