import { createdLinkSchema, linkListSchema, openedLinkSchema } from '@share-my-files/contract';
import { inArray, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { links } from '#db/schema.ts';
import { startTestApi, type TestApi } from './support/start-test-api.ts';
import type { TestUser } from './support/test-users.ts';
import { createFolder, uploadFile } from './support/upload-file.ts';

let api: TestApi;
let ada: TestUser;

beforeAll(async () => {
  api = await startTestApi();
  ada = await api.createUser();
});

afterAll(() => api.close());

const createLink = async (itemId: string, expiresInSeconds: number | null = null) => {
  const response = await ada
    .call('createLink', { params: { itemId }, body: { expiresInSeconds } })
    .expect(201);
  return createdLinkSchema.parse(response.body);
};

const open = (secret: string) => api.anonymous.call('openLink', { body: { secret } });
const download = (secret: string) => api.anonymous.call('downloadLink', { body: { secret } });

const linksOf = async (itemId: string) =>
  linkListSchema.parse((await ada.call('listLinks', { params: { itemId } }).expect(200)).body).links;

describe('a public link', () => {
  test('opens without an account and reveals only the file', async () => {
    const item = await uploadFile(ada, { name: 'party 🎉.txt', body: Buffer.from('hello') });
    const { secret } = await createLink(item.id);

    const opened = await open(secret).expect(200);
    expect(openedLinkSchema.parse(opened.body)).toEqual({
      name: 'party 🎉.txt',
      mediaType: 'image/jpeg',
      sizeBytes: 5,
      expiresAt: null,
    });
    const { url } = (await download(secret).expect(200)).body;
    expect(await (await fetch(url)).text()).toBe('hello');
  });

  test('of a file does not open while a folder around it is in the trash', async () => {
    const folderId = await createFolder(ada, 'Outer');
    const inner = await createFolder(ada, 'Inner', folderId);
    const item = await uploadFile(ada, { parentId: inner });
    const { secret } = await createLink(item.id);

    await ada.call('trashItem', { params: { itemId: folderId } }).expect(200);
    await open(secret).expect(404);
    await download(secret).expect(404);
    await ada.call('restoreItem', { params: { itemId: folderId } }).expect(200);
    await open(secret).expect(200);
  });

  test('cannot be created for a folder', async () => {
    const itemId = await createFolder(ada, 'Holidays');
    const body = { expiresInSeconds: 3600 };

    const { body: problem } = await ada.call('createLink', { params: { itemId }, body }).expect(409);

    expect(problem.code).toBe('wrong_kind');
  });

  test('counts concurrent downloads, but not openings', async () => {
    const item = await uploadFile(ada);
    const { secret } = await createLink(item.id);

    await Promise.all([...Array.from({ length: 20 }, () => download(secret).expect(200)), open(secret)]);

    expect(await linksOf(item.id)).toEqual([expect.objectContaining({ downloads: 20 })]);
  });

  test('does not count a download whose URL could not be signed', async () => {
    const item = await uploadFile(ada);
    const { secret } = await createLink(item.id);

    api.signingFaults.add('GetObject', 'before');
    const refused = await download(secret).expect(503);
    await download(secret).expect(200);

    expect(refused.body.code).toBe('service_unavailable');
    expect(await linksOf(item.id)).toEqual([expect.objectContaining({ downloads: 1 })]);
  });

  test('is stored as a hash of its secret, which is returned only once', async () => {
    const item = await uploadFile(ada);
    const { secret } = await createLink(item.id);

    const rows = await api.database.queries.execute(sql`select * from links`);

    expect(JSON.stringify(rows)).not.toContain(secret);
    expect(JSON.stringify(await linksOf(item.id))).not.toContain(secret);
    expect(Buffer.from(secret, 'base64url')).toHaveLength(32);
  });

  test('returns the same 404 if it is unknown, revoked, expired, trashed or deleted', async () => {
    const [revoked, expired, trashed, deleted] = await Promise.all(
      Array.from({ length: 4 }, async () => {
        const item = await uploadFile(ada);
        return { itemId: item.id, ...(await createLink(item.id, 3600)) };
      }),
    );
    if (!revoked || !expired || !trashed || !deleted) throw new Error('A link is missing.');
    await ada.call('revokeLink', { params: { linkId: revoked.link.id } }).expect(204);
    await ada.call('revokeLink', { params: { linkId: revoked.link.id } }).expect(204);
    await api.database.queries.execute(
      sql`update links set expires_at = now() where id = ${expired.link.id}`,
    );
    await ada.call('trashItem', { params: { itemId: trashed.itemId } }).expect(200);
    await ada.call('trashItem', { params: { itemId: deleted.itemId } }).expect(200);
    await ada.call('deleteItem', { params: { itemId: deleted.itemId } }).expect(204);

    const unknown = 'A'.repeat(43);
    const bodies = new Set<string>();
    for (const secret of [unknown, revoked.secret, expired.secret, trashed.secret, deleted.secret]) {
      for (const response of [await open(secret), await download(secret)]) {
        expect(response.status).toBe(404);
        const { requestId, ...problem } = response.body;
        bodies.add(JSON.stringify(problem));
      }
    }
    expect(bodies.size).toBe(1);
    expect(await linksOf(revoked.itemId)).toEqual([]);
    expect(await linksOf(expired.itemId)).toEqual([]);
  });

  test('can be created and revoked only by the owner', async () => {
    const item = await uploadFile(ada);
    const { link } = await createLink(item.id);
    const [editor, stranger] = [await api.createUser(), await api.createUser()];
    await ada
      .call('putGrant', { params: { itemId: item.id }, body: { email: editor.email, role: 'editor' } })
      .expect(200);

    await editor
      .call('createLink', { params: { itemId: item.id }, body: { expiresInSeconds: null } })
      .expect(403);
    await stranger
      .call('createLink', { params: { itemId: item.id }, body: { expiresInSeconds: null } })
      .expect(404);
    await editor.call('revokeLink', { params: { linkId: link.id } }).expect(404);
    await stranger.call('revokeLink', { params: { linkId: link.id } }).expect(404);
    expect(await linksOf(item.id)).toHaveLength(1);
  });

  test('returns no URL after a revocation that is concurrent with downloads', async () => {
    const item = await uploadFile(ada);
    const { link, secret } = await createLink(item.id);

    await Promise.all([
      ...Array.from({ length: 10 }, () => download(secret)),
      ada.call('revokeLink', { params: { linkId: link.id } }).expect(204),
    ]);

    await download(secret).expect(404);
  });

  test('counts each of its concurrent downloads, and starts none after it is revoked', async () => {
    const item = await uploadFile(ada);
    const { link, secret } = await createLink(item.id);
    const statusesOf = async (count: number) => {
      const answers = await Promise.all(Array.from({ length: count }, () => download(secret)));
      return new Set(answers.map(({ status }) => status));
    };

    expect(await statusesOf(40)).toEqual(new Set([200]));
    expect(await linksOf(item.id)).toMatchObject([{ downloads: 40 }]);

    await ada.call('revokeLink', { params: { linkId: link.id } }).expect(204);
    expect(await statusesOf(20)).toEqual(new Set([404]));
  });

  test.each([null, undefined, '', 'short', ['a'], { a: 1 }, 'A'.repeat(44), 'A'.repeat(90_000)])(
    'does not open with a secret like %j',
    async (secret) => {
      await api.anonymous.request('openLink').send({ secret }).expect(400);
      await api.anonymous.request('downloadLink').send({ secret }).expect(400);
    },
  );
});

test('limits a file to 100 public links, without revoked ones', async () => {
  const { id: itemId } = await uploadFile(ada);
  for (let count = 0; count < 99; count += 1) await createLink(itemId);
  const { link: last } = await createLink(itemId);

  const { body } = await ada
    .call('createLink', { params: { itemId }, body: { expiresInSeconds: null } })
    .expect(409);

  expect(body).toMatchObject({ code: 'limit_reached' });
  await ada.call('revokeLink', { params: { linkId: last.id } }).expect(204);
  await createLink(itemId);
});

test('deletes dead links of a file when a new one is created', async () => {
  const [file, other] = [await uploadFile(ada), await uploadFile(ada)];
  const createIn = async ({ id }: { id: string }) => (await createLink(id, 3600)).link.id;
  const [open, revoked, expired] = [await createIn(file), await createIn(file), await createIn(file)];
  const revokedElsewhere = await createIn(other);
  for (const linkId of [revoked, revokedElsewhere])
    await ada.call('revokeLink', { params: { linkId } }).expect(204);
  await api.database.queries.execute(sql`update links set expires_at = now() where id = ${expired}`);

  const added = await createIn(file);

  const itemIds = [file.id, other.id];
  const rows = await api.database.queries.select().from(links).where(inArray(links.itemId, itemIds));
  expect(rows.map(({ id }) => id).sort()).toEqual([open, revokedElsewhere, added].sort());
});
