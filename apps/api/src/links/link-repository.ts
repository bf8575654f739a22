import { and, desc, eq, gt, inArray, isNull, or, sql } from 'drizzle-orm';
import type { Executor } from '#db/database.ts';
import { items, links } from '#db/schema.ts';

const linkColumns = {
  id: links.id,
  createdAt: links.createdAt,
  expiresAt: links.expiresAt,
  downloads: links.downloads,
};

// The database's clock decides, so that every process agrees on when a link is over.
const isLive = and(isNull(links.revokedAt), or(isNull(links.expiresAt), gt(links.expiresAt, sql`now()`)));
const isOpenItem = and(eq(items.state, 'ready'), isNull(items.trashedAt));

export const listLiveLinks = (executor: Executor, ownerId: string, itemId: string) =>
  executor
    .select(linkColumns)
    .from(links)
    .innerJoin(items, and(eq(items.id, links.itemId), eq(items.ownerId, ownerId)))
    .where(and(eq(links.itemId, itemId), isLive))
    .orderBy(desc(links.id));

type NewLink = { id: string; itemId: string; secretHash: string; expiresInSeconds: number | null };

/** The caller has locked the item as its owner. */
export const insertLink = async (tx: Executor, { expiresInSeconds, ...link }: NewLink) => {
  const expiresAt =
    expiresInSeconds === null ? null : sql`now() + make_interval(secs => ${expiresInSeconds})`;
  const [inserted] = await tx
    .insert(links)
    .values({ ...link, expiresAt })
    .returning(linkColumns);
  if (inserted === undefined) throw new Error('An inserted link was not returned.');
  return inserted;
};

/** True also for a link that was revoked before. */
export const revokeLink = async (executor: Executor, ownerId: string, linkId: string): Promise<boolean> => {
  const ownItems = executor
    .select({ id: items.id })
    .from(items)
    .where(and(eq(items.ownerId, ownerId), eq(items.state, 'ready')));
  const revoked = await executor
    .update(links)
    .set({ revokedAt: sql`coalesce(${links.revokedAt}, now())` })
    .where(and(eq(links.id, linkId), inArray(links.itemId, ownItems)))
    .returning({ id: links.id });
  return revoked.length === 1;
};

/** Whoever has the secret may see this much: there is no user to ask for. */
export const findOpenLink = async (executor: Executor, secretHash: string) => {
  const [opened] = await executor
    .select({
      name: items.name,
      mediaType: items.mediaType,
      sizeBytes: items.sizeBytes,
      objectKey: items.objectKey,
      expiresAt: links.expiresAt,
    })
    .from(links)
    .innerJoin(items, eq(items.id, links.itemId))
    .where(and(eq(links.secretHash, secretHash), isLive, isOpenItem));
  return opened;
};

/** Tests the link and counts the download in one statement; false if it does not open. */
export const countDownload = async (executor: Executor, secretHash: string): Promise<boolean> => {
  const openItems = executor.select({ id: items.id }).from(items).where(isOpenItem);
  const counted = await executor
    .update(links)
    .set({ downloads: sql`${links.downloads} + 1` })
    .where(and(eq(links.secretHash, secretHash), isLive, inArray(links.itemId, openItems)))
    .returning({ id: links.id });
  return counted.length === 1;
};
