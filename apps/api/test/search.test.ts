import type { Item, ItemPage, searchItemsQuerySchema } from '@share-my-files/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
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

afterAll(() => api.close());

type Query = z.input<typeof searchItemsQuerySchema>;

const search = async (user: TestUser, query: string, page: Query = {}): Promise<ItemPage> => {
  const response = await user.call('searchItems', { query: { ...page, query } }).expect(200);
  return response.body;
};

const namesOf = ({ items }: ItemPage) => items.map(({ name }) => name);

const share = (item: Item, user: TestUser) =>
  ada
    .call('putGrant', { params: { itemId: item.id }, body: { email: user.email, role: 'viewer' } })
    .expect(200);

describe('a search', () => {
  test('finds own and shared files by words of their names, newest first', async () => {
    await uploadFile(ada, { name: 'Résumé of Ada.pdf' });
    const shared = await uploadFile(ada, { name: 'resume template.docx' });
    await uploadFile(ada, { name: 'notes.txt' });
    await uploadFile(grace, { name: 'My RESUME.pdf' });
    await share(shared, grace);

    expect(namesOf(await search(ada, 'resume'))).toEqual(['resume template.docx', 'Résumé of Ada.pdf']);
    expect(namesOf(await search(ada, 'ada résumé'))).toEqual(['Résumé of Ada.pdf']);
    const found = await search(grace, 'resume');
    expect(namesOf(found)).toEqual(['My RESUME.pdf', 'resume template.docx']);
    expect(found.items[1]).toMatchObject({ role: 'viewer', ownerName: 'Ada Lovelace' });
    expect(found.nextCursor).toBeNull();
  });

  test('finds what folders contain, also those of others', async () => {
    const create = async (name: string, parentId: string | null): Promise<Item> =>
      (await ada.call('createFolder', { body: { name, parentId } }).expect(201)).body;
    const outer = await create('Projects', null);
    const inner = await create('Bridge drawings', outer.id);
    await create('Bridge budget', null);
    await share(outer, grace);

    expect(namesOf(await search(grace, 'bridge'))).toEqual(['Bridge drawings']);
    expect(namesOf(await search(ada, 'bridge'))).toEqual(['Bridge budget', 'Bridge drawings']);
    await ada.call('trashItem', { params: { itemId: outer.id } }).expect(200);
    expect(namesOf(await search(ada, inner.name))).toEqual([]);
    expect(namesOf(await search(grace, inner.name))).toEqual([]);
  });

  test('finds neither the trash, nor unfinished uploads, nor what is no longer shared', async () => {
    const trashed = await uploadFile(ada, { name: 'secret plan.txt' });
    await ada.call('trashItem', { params: { itemId: trashed.id } }).expect(200);
    await startUpload(ada, { name: 'secret upload.txt' });
    const revoked = await uploadFile(ada, { name: 'secret share.txt' });
    const grant = (await share(revoked, grace)).body;
    await ada.call('revokeGrant', { params: { itemId: revoked.id, grantId: grant.id } }).expect(204);

    expect(namesOf(await search(ada, 'secret'))).toEqual(['secret share.txt']);
    expect(namesOf(await search(grace, 'secret'))).toEqual([]);
  });

  test('is paged, and contains each file once', async () => {
    const user = await api.createUser();
    for (let number = 1; number <= 3; number += 1) await uploadFile(user, { name: `${number}.txt` });

    const first = await search(user, 'txt', { limit: 2 });
    const second = await search(user, 'txt', { limit: 2, cursor: first.nextCursor ?? undefined });

    expect(namesOf(first)).toEqual(['3.txt', '2.txt']);
    expect(namesOf(second)).toEqual(['1.txt']);
    expect(second.nextCursor).toBeNull();
  });

  test('takes a name of any length, and nothing longer', async () => {
    await ada.call('searchItems', { query: { query: 'x'.repeat(255) } }).expect(200);
    await ada.call('searchItems', { query: { query: 'x'.repeat(256) } }).expect(400);
  });
});
