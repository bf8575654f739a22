import { and, desc, eq, gt, inArray, isNull, or, sql } from 'drizzle-orm';
import type { Executor, Reader } from '#db/database.ts';
import { type Actor, isAllowedTo, itemIdsAllowedTo } from '#db/item-access.ts';
import { items, links } from '#db/schema.ts';

// The database's clock decides, so that all processes agree on when a link expires.
export const isLive = and(
  isNull(links.revokedAt),
  or(isNull(links.expiresAt), gt(links.expiresAt, sql`now()`)),
);

const linkColumns = {
  id: links.id,
  createdAt: links.createdAt,
  expiresAt: links.expiresAt,
  downloads: links.downloads,
};

export const listLiveLinks = (reader: Reader, actor: Actor, itemId: string) =>
  reader
    .select(linkColumns)
    .from(links)
    .innerJoin(items, and(eq(items.id, links.itemId), isAllowedTo(actor)))
    .where(and(eq(links.itemId, itemId), isLive))
    .orderBy(desc(links.id));

type NewLink = { id: string; itemId: string; secretHash: string; expiresInSeconds: number | null };

/** Requires that the caller has authorized and locked the item. */
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

const isOnItemAllowedTo = (reader: Reader, actor: Actor) =>
  inArray(links.itemId, itemIdsAllowedTo(reader, actor));

/** Deletes revoked and expired links. */
export const deleteDeadLinks = async (tx: Executor, actor: Actor, itemId: string): Promise<void> => {
  await tx
    .delete(links)
    .where(and(eq(links.itemId, itemId), sql`not ${isLive}`, isOnItemAllowedTo(tx, actor)));
};

/** Idempotent; resolves to `false` if no link matched. */
export const revokeLink = async (tx: Executor, actor: Actor, linkId: string): Promise<boolean> => {
  const revoked = await tx
    .update(links)
    .set({ revokedAt: sql`coalesce(${links.revokedAt}, now())` })
    .where(and(eq(links.id, linkId), isOnItemAllowedTo(tx, actor)))
    .returning({ id: links.id });
  return revoked.length === 1;
};
