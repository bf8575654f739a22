import type { ItemPage } from '@share-my-files/contract';
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
const restore = (itemId: string) => ada.call('restoreItem', { params: { itemId } }).expect(200);

describe('a shared folder', () => {
  test('is a root for its recipient, whose role counts for everything in it', async () => {
    const outer = await createFolder(ada, 'Private');
    const folderId = await createFolder(ada, 'Shared', outer);
    const inner = await createFolder(ada, 'Inner', folderId);
    const { id: itemId } = await uploadFile(ada, { name: 'a.txt', parentId: inner });
    await share(folderId, grace, 'viewer');

    const root = (await grace.call('getItem', { params: { itemId: folderId } }).expect(200)).body;

    expect(await namesOf(grace, 'shared')).toEqual(['Shared']);
    expect(root).toMatchObject({ role: 'viewer', parentId: null });
    expect(await namesIn(grace, folderId)).toEqual(['Inner']);
    expect(await pathOf(grace, itemId)).toEqual(['Shared', 'Inner', 'a.txt']);
    await grace.call('downloadItem', { params: { itemId } }).expect(200);
    await grace.call('getItem', { params: { itemId: outer } }).expect(404);
    await grace.call('createFolder', { body: { name: 'Mine', parentId: folderId } }).expect(403);
  });

  test('is called a folder in the mail to its recipient', async () => {
    await share(await createFolder(ada, 'Shared'), grace, 'viewer');

    const response = await fetch(`${api.cognito.mailboxUrl}/messages?to=${encodeURIComponent(grace.email)}`);
    expect(await response.text()).toContain('Ada Lovelace shared a folder with you');
  });

  test('gives the stronger of two roles on an item in it', async () => {
    const folderId = await createFolder(ada, 'Shared');
    const { id: itemId } = await uploadFile(ada, { parentId: folderId });
    await uploadFile(ada, { parentId: folderId });
    await share(folderId, grace, 'viewer');
    await share(itemId, grace, 'editor');

    const page: ItemPage = (await grace.call('listFolder', { params: { folderId } }).expect(200)).body;

    expect(page.items.map(({ role }) => role)).toEqual(['viewer', 'editor']);
    expect((await grace.call('getItem', { params: { itemId } })).body.role).toBe('editor');
  });

  test('takes uploads of an editor, which belong to the owner and count in the quota of the owner', async () => {
    const folderId = await createFolder(ada, 'Shared');
    await share(folderId, grace, 'editor');

    const item = await uploadFile(grace, { name: 'a.txt', parentId: folderId });
    const unfinished = await startUpload(grace, { name: 'b.txt', parentId: folderId });

    expect(item).toMatchObject({ role: 'editor', ownerName: 'Ada Lovelace', parentId: folderId });
    expect((await ada.call('getMe')).body).toMatchObject({ usedBytes: 5, reservedBytes: 5 });
    expect((await grace.call('getMe')).body).toMatchObject({ usedBytes: 0, reservedBytes: 0 });
    expect((await grace.call('listUploads')).body.uploads).toMatchObject([{ id: unfinished.id }]);
    expect((await ada.call('listUploads')).body.uploads).toEqual([]);
    await grace.call('cancelUpload', { params: { uploadId: unfinished.id } }).expect(204);
  });

  test('whose editor lost the role takes nothing more of an upload', async () => {
    const folderId = await createFolder(ada, 'Shared');
    const { body: grant } = await share(folderId, grace, 'editor');
    const upload = await startUpload(grace, { parentId: folderId });
    const params = { itemId: folderId, grantId: grant.id };
    await ada.call('revokeGrant', { params }).expect(204);

    await grace.call('completeUpload', { params: { uploadId: upload.id } }).expect(404);
    await grace.call('cancelUpload', { params: { uploadId: upload.id } }).expect(204);
  });

  test('lets an editor rename, but neither replace, move nor trash', async () => {
    const folderId = await createFolder(ada, 'Shared');
    const { id: itemId } = await uploadFile(ada, { name: 'a.txt', parentId: folderId });
    await uploadFile(ada, { name: 'b.txt', parentId: folderId });
    await share(folderId, grace, 'editor');
    const params = { itemId };
    const upload = { name: 'b.txt', mediaType: 'text/plain', sizeBytes: 1, parentId: folderId };

    await grace.call('updateItem', { params, body: { name: 'c.txt' } }).expect(200);
    const refused = [
      await grace.call('updateItem', { params, body: { name: 'b.txt', nameConflict: 'replace' } }),
      await grace.call('startUpload', { body: { ...upload, nameConflict: 'replace' } }),
      await moveItem(grace, itemId, null),
      await grace.call('trashItem', { params }),
    ];

    expect(refused.map(({ status }) => status)).toEqual(Array(4).fill(403));
  });
});

describe('the trash', () => {
  test('hides what a folder contains from everyone else, counts it, and gives it back', async () => {
    const folderId = await createFolder(ada, 'Shared');
    const { id: itemId } = await uploadFile(ada, { parentId: folderId });
    await share(folderId, grace, 'viewer');

    await trash(folderId);
    const inTrash = (await ada.call('getItem', { params: { itemId } }).expect(200)).body;
    await grace.call('getItem', { params: { itemId } }).expect(404);
    await grace.call('listFolder', { params: { folderId } }).expect(404);
    await restore(folderId);

    expect(inTrash.trashedAt).not.toBeNull();
    expect(await namesOf(ada, 'trash')).toEqual([]);
    expect((await ada.call('getMe')).body.usedBytes).toBe(5);
    await grace.call('getItem', { params: { itemId } }).expect(200);
  });

  test('restores an item to its folder, under a free name', async () => {
    const folderId = await createFolder(ada, 'Holidays');
    const { id: itemId } = await uploadFile(ada, { name: 'a.txt', parentId: folderId });
    await trash(itemId);
    await uploadFile(ada, { name: 'a.txt', parentId: folderId });

    const { body } = await restore(itemId);

    expect(body).toMatchObject({ name: 'a (2).txt', parentId: folderId, trashedAt: null });
  });

  test('restores an item to the root if its folder is in the trash', async () => {
    const folderId = await createFolder(ada, 'Holidays');
    const inner = await createFolder(ada, 'Inner', folderId);
    const { id: itemId } = await uploadFile(ada, { parentId: inner });
    await trash(itemId);
    await trash(folderId);

    const { body } = await restore(itemId);
    const folder = await restore(inner);

    expect(body).toMatchObject({ parentId: null, trashedAt: null });
    expect(folder.body).toMatchObject({ parentId: null, trashedAt: null });
  });

  test('takes nothing new', async () => {
    const folderId = await createFolder(ada, 'Holidays');
    const inner = await createFolder(ada, 'Inner', folderId);
    const { id: itemId } = await uploadFile(ada);
    await trash(folderId);
    const upload = { name: 'a', mediaType: 'text/plain', sizeBytes: 1, parentId: inner };

    const refused = [
      await ada.call('createFolder', { body: { name: 'New', parentId: inner } }),
      await ada.call('startUpload', { body: upload }),
      await moveItem(ada, itemId, inner),
    ];

    expect(refused.map((response) => response.body.code)).toEqual(Array(3).fill('conflict'));
  });
});

describe('deleting a folder permanently', () => {
  const fill = async () => {
    const folderId = await createFolder(ada, 'Holidays');
    const inner = await createFolder(ada, 'Inner', folderId);
    const { id: itemId } = await uploadFile(ada, { name: 'a.txt', parentId: inner });
    await uploadFile(ada, { name: 'b.txt', parentId: folderId });
    return { folderId, inner, itemId };
  };

  test('deletes all that it contains, and an upload into it goes to the root', async () => {
    const { folderId, inner, itemId } = await fill();
    const upload = await startUpload(ada, { name: 'late.txt', parentId: inner });
    await trash(folderId);

    await ada.call('deleteItem', { params: { itemId: folderId } }).expect(204);
    await sendAllParts(ada, upload, Buffer.from('bytes'));
    await ada.call('completeUpload', { params: { uploadId: upload.id } }).expect(202);

    await ada.call('getItem', { params: { itemId } }).expect(404);
    expect(await namesIn(ada, null)).toEqual(['late.txt']);
    expect((await ada.call('getMe')).body.usedBytes).toBe(5);
  });

  test('hides it at once, and the sweeper finishes what the request could not', async () => {
    const { folderId, inner, itemId } = await fill();
    await trash(folderId);
    api.faults.add('DeleteObject', 'before');

    await ada.call('deleteItem', { params: { itemId: folderId } }).expect(204);
    const hidden = [
      await ada.call('getItem', { params: { itemId } }),
      await ada.call('listFolder', { params: { folderId: inner } }),
    ];
    api.faults.clear();

    expect(hidden.map(({ status }) => status)).toEqual([404, 404]);
    await expect
      .poll(() => api.services.sweep().then(async () => (await ada.call('getMe')).body.usedBytes))
      .toBe(0);
    expect(await namesOf(ada, 'trash')).toEqual([]);
  });
});
