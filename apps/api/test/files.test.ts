import type { ItemPage, ItemView, listItemsQuerySchema } from '@share-my-files/contract';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { startTestApi, type TestApi } from './support/start-test-api.ts';
import type { TestUser } from './support/test-users.ts';
import { startUpload, uploadFile } from './support/upload-file.ts';

let api: TestApi;
let ada: TestUser;
let grace: TestUser;

beforeAll(async () => {
  api = await startTestApi();
  ada = await api.createUser('Ada Lovelace');
  grace = await api.createUser('Grace Hopper');
});

afterEach(async () => {
  api.faults.clear();
  expect(await api.findViolations()).toEqual([]);
});

afterAll(() => api.close());

const list = async (user: TestUser, query: z.input<typeof listItemsQuerySchema>): Promise<ItemPage> =>
  (await user.call('listItems', { query }).expect(200)).body;

const share = (itemId: string, user: TestUser, role: 'viewer' | 'editor') =>
  ada.call('putGrant', { params: { itemId }, body: { email: user.email, role } }).expect(200);

describe('the list of files', () => {
  test('is paged, newest first, and contains each file once', async () => {
    const lister = await api.createUser();
    const uploaded = [];
    for (const name of ['1.txt', '2.txt', '3.txt', '4.txt', '5.txt']) {
      uploaded.push((await uploadFile(lister, { name })).name);
    }

    const names: string[] = [];
    let cursor: string | null | undefined;
    while (cursor !== null) {
      const page: ItemPage = await list(lister, { limit: 2, cursor });
      names.push(...page.items.map((item) => item.name));
      cursor = page.nextCursor;
    }

    expect(names).toEqual(uploaded.toReversed());
  });

  test('separates own files, shared files and the trash', async () => {
    const user = await api.createUser();
    const mine = await uploadFile(user, { name: 'mine.txt' });
    const trashed = await uploadFile(user, { name: 'trashed.txt' });
    const shared = await uploadFile(ada, { name: 'shared.txt' });
    await startUpload(user, { name: 'unfinished.txt' });
    await user.call('trashItem', { params: { itemId: trashed.id } }).expect(200);
    await share(shared.id, user, 'viewer');

    const ids = async (view: ItemView) => (await list(user, { view })).items.map((item) => item.id);

    expect(await ids('mine')).toEqual([mine.id]);
    expect(await ids('trash')).toEqual([trashed.id]);
    expect(await ids('shared')).toEqual([shared.id]);
  });

  test.each(['limit=0', 'limit=101', 'limit=1e9', 'view=all', 'cursor=x', 'sort=name'])(
    'rejects the query %s',
    async (query) => {
      const response = await ada.request('listItems').query(query).expect(400);

      expect(response.body.errors).toHaveLength(1);
    },
  );
});

describe('a file', () => {
  test('can be renamed by its owner and by an editor, but not by a viewer', async () => {
    const item = await uploadFile(ada);
    const rename = (user: TestUser, name: string) =>
      user.call('updateItem', { params: { itemId: item.id }, body: { name } });

    expect((await rename(ada, 'résumé.pdf').expect(200)).body.name).toBe('résumé.pdf');
    await rename(grace, 'mine now.txt').expect(404);
    await share(item.id, grace, 'viewer');
    await rename(grace, 'mine now.txt').expect(403);
    await share(item.id, grace, 'editor');
    expect((await rename(grace, 'better.txt').expect(200)).body).toMatchObject({
      name: 'better.txt',
      role: 'editor',
      ownerName: 'Ada Lovelace',
    });
  });

  test('in the trash is visible only to its owner until it is restored', async () => {
    const item = await uploadFile(ada);
    await share(item.id, grace, 'editor');
    await grace.call('getItem', { params: { itemId: item.id } }).expect(200);

    await ada.call('trashItem', { params: { itemId: item.id } }).expect(200);
    const again = await ada.call('trashItem', { params: { itemId: item.id } }).expect(200);
    expect(again.body.trashedAt).not.toBeNull();
    await grace.call('getItem', { params: { itemId: item.id } }).expect(404);
    await grace.call('downloadItem', { params: { itemId: item.id } }).expect(404);
    await ada.call('downloadItem', { params: { itemId: item.id } }).expect(200);

    await ada.call('restoreItem', { params: { itemId: item.id } }).expect(200);
    await grace.call('getItem', { params: { itemId: item.id } }).expect(200);
  });

  test('can be permanently deleted only from the trash, which refunds its quota', async () => {
    const before = (await ada.call('getMe')).body;
    const item = await uploadFile(ada);
    const { url } = (await ada.call('downloadItem', { params: { itemId: item.id } }).expect(200)).body;

    const refused = await ada.call('deleteItem', { params: { itemId: item.id } }).expect(409);
    expect(refused.body.code).toBe('conflict');

    await ada.call('trashItem', { params: { itemId: item.id } }).expect(200);
    await ada.call('deleteItem', { params: { itemId: item.id } }).expect(204);
    await ada.call('getItem', { params: { itemId: item.id } }).expect(404);
    expect((await fetch(url)).status).toBe(404);
    expect((await ada.call('getMe')).body).toEqual(before);
  });

  test.each(['before', 'after'] as const)(
    'is hidden at once if S3 fails %s deleting its bytes, and erased by the sweeper',
    async (when) => {
      const before = (await ada.call('getMe')).body;
      const item = await uploadFile(ada);
      await ada.call('trashItem', { params: { itemId: item.id } }).expect(200);
      api.faults.add('DeleteObject', when);

      await ada.call('deleteItem', { params: { itemId: item.id } }).expect(204);
      await ada.call('getItem', { params: { itemId: item.id } }).expect(404);
      expect((await list(ada, { view: 'trash' })).items.map(({ id }) => id)).not.toContain(item.id);

      await api.services.sweep();
      expect((await ada.call('getMe')).body).toEqual(before);
    },
  );

  test('refunds its quota once for concurrent deletions', async () => {
    const before = (await ada.call('getMe')).body;
    const item = await uploadFile(ada);
    await ada.call('trashItem', { params: { itemId: item.id } }).expect(200);

    const answers = await Promise.all(
      Array.from({ length: 10 }, () => ada.call('deleteItem', { params: { itemId: item.id } })),
    );

    expect(answers.filter(({ status }) => status === 204)).toHaveLength(1);
    expect((await ada.call('getMe')).body).toEqual(before);
  });
});

describe('a download', () => {
  test.each([
    ['image/png', 'inline', 'image/png', 'inline'],
    ['image/png', 'attachment', 'image/png', 'attachment'],
    ['text/plain', 'inline', 'text/plain; charset=utf-8', 'inline'],
    ['video/quicktime', 'inline', 'video/quicktime', 'inline'],
    ['audio/x-m4a', 'inline', 'audio/x-m4a', 'inline'],
    ['text/html', 'inline', 'application/octet-stream', 'attachment'],
    ['image/svg+xml', 'inline', 'image/svg+xml', 'attachment'],
    ['image/svg+xml', 'attachment', 'application/octet-stream', 'attachment'],
    ['application/pdf', 'inline', 'application/octet-stream', 'attachment'],
    ['application/xml', 'inline', 'application/octet-stream', 'attachment'],
  ] as const)('of %s asked for %s is sent as %s, %s', async (mediaType, asked, contentType, disposition) => {
    const user = await api.createUser();
    const item = await uploadFile(user, { name: 'a "b"\u2019s 写真.png', mediaType });

    const response = await user
      .call('downloadItem', { params: { itemId: item.id }, query: { disposition: asked } })
      .expect(200);

    const { headers } = await fetch(response.body.url);
    expect(headers.get('content-type')).toBe(contentType);
    expect(headers.get('content-disposition')).toBe(
      `${disposition}; filename="a \\"b\\"?s ??.png"; filename*=UTF-8''a%20%22b%22%E2%80%99s%20%E5%86%99%E7%9C%9F.png`,
    );
  });

  test('is valid for 120 seconds, and its URL cannot be altered', async () => {
    const item = await uploadFile(ada, { mediaType: 'text/html' });

    const { url, expiresAt } = (await ada.call('downloadItem', { params: { itemId: item.id } }).expect(200))
      .body;

    expect(new URL(url).searchParams.get('X-Amz-Expires')).toBe('120');
    expect(Date.parse(expiresAt) - Date.now()).toBeLessThanOrEqual(120_000);
    const tampered = new URL(url);
    tampered.searchParams.set('response-content-type', 'text/html');
    expect((await fetch(tampered)).status).toBe(403);
  });
});
