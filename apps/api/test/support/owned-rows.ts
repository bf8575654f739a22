import { eq, sql } from 'drizzle-orm';
import { v7 as newId } from 'uuid';
import type { Executor } from '#db/database.ts';
import {
  grants,
  items,
  links,
  recoveryCodes,
  recoveryFailures,
  sessions,
  shareNotices,
  uploads,
  users,
} from '#db/schema.ts';

const past = sql`now() - interval '2 days'`;
const future = sql`now() + interval '2 days'`;

const insertUser = async (tx: Executor, name: string): Promise<string> => {
  const id = newId();
  const email = `${name}@example.com`;
  await tx.insert(users).values({ id, name, email, emailVerified: true, quotaBytes: 1000, reservedBytes: 1 });
  return id;
};

const insertItem = async (
  tx: Executor,
  ownerId: string,
  item: { state: 'ready' | 'uploading'; kind?: 'folder'; parentId?: string; trashedAt?: typeof past },
): Promise<string> => {
  const id = newId();
  const file = { name: 'a.txt', mediaType: 'text/plain', sizeBytes: 1, objectKey: id };
  await tx.insert(items).values({ id, ownerId, ...file, ...item });
  return id;
};

const insertLinks = async (tx: Executor, itemId: string): Promise<string> => {
  const [linkId, expiredId] = [newId(), newId()];
  await tx.insert(links).values([
    { id: linkId, itemId, secretHash: linkId, expiresAt: future },
    { id: expiredId, itemId, secretHash: expiredId, expiresAt: past },
  ]);
  return linkId;
};

const insertRecoveryCodes = async (tx: Executor, userId: string): Promise<string> => {
  const codeId = newId();
  await tx.insert(recoveryCodes).values([
    { id: newId(), userId, codeHash: 'unused' },
    { id: codeId, userId, codeHash: 'being redeemed', usedAt: past, removalDueAt: future },
  ]);
  await tx.insert(recoveryFailures).values({ id: newId(), userId });
  return codeId;
};

/** Inserts one row of each kind for an owner, and a stranger without access to them. */
export const insertOwnedRows = async (tx: Executor) => {
  const [ownerId, strangerId] = [await insertUser(tx, 'owner'), await insertUser(tx, 'stranger')];
  const itemId = await insertItem(tx, ownerId, { state: 'ready' });
  const folderId = await insertItem(tx, ownerId, { state: 'ready', kind: 'folder' });
  await insertItem(tx, ownerId, { state: 'ready', parentId: folderId });
  const trashedId = await insertItem(tx, ownerId, { state: 'ready', trashedAt: past });
  const uploadingId = await insertItem(tx, ownerId, { state: 'uploading' });
  const [uploadId, grantId] = [newId(), newId()];
  const upload = { itemId: uploadingId, multipartUploadId: 'id', partSizeBytes: 1, partCount: 1 };
  await tx.insert(uploads).values({ id: uploadId, ...upload, state: 'open', expiresAt: future });
  await tx.insert(grants).values({ id: grantId, itemId, email: 'friend@example.com', role: 'editor' });
  await tx.insert(shareNotices).values({ ownerId, itemId, email: 'friend@example.com', sentAt: past });
  await tx.insert(shareNotices).values({ ownerId, itemId, email: 'other@example.com' });
  const sessionId = newId();
  await tx.insert(sessions).values({ id: sessionId, userId: ownerId, confirmedAt: past });
  const linkId = await insertLinks(tx, itemId);
  const codeId = await insertRecoveryCodes(tx, ownerId);
  return { ownerId, strangerId, itemId, folderId, trashedId, uploadId, grantId, linkId, sessionId, codeId };
};

export type OwnedRows = Awaited<ReturnType<typeof insertOwnedRows>>;

/** Reads all rows that belong to the owner. */
export const readOwnedRows = async (tx: Executor, ownerId: string) => ({
  users: await tx.select().from(users).where(eq(users.id, ownerId)),
  items: await tx.select().from(items).where(eq(items.ownerId, ownerId)).orderBy(items.id),
  notices: await tx
    .select()
    .from(shareNotices)
    .where(eq(shareNotices.ownerId, ownerId))
    .orderBy(shareNotices.email),
  sessions: await tx.select().from(sessions).orderBy(sessions.id),
  recoveryCodes: await tx
    .select()
    .from(recoveryCodes)
    .where(eq(recoveryCodes.userId, ownerId))
    .orderBy(recoveryCodes.id),
  recoveryFailures: await tx.select().from(recoveryFailures).where(eq(recoveryFailures.userId, ownerId)),
  uploads: await tx.select().from(uploads).orderBy(uploads.id),
  grants: await tx.select().from(grants).orderBy(grants.id),
  links: await tx.select().from(links).orderBy(links.id),
});
