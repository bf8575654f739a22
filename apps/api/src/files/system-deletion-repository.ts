import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Executor, Reader } from '#db/database.ts';
import { items } from '#db/schema.ts';

// For the system: these act on items that their owners have marked or that go with the account.

export const listDeletingItems = (reader: Reader, limit: number) =>
  reader
    .select({ id: items.id, ownerId: items.ownerId, kind: items.kind, objectKey: items.objectKey })
    .from(items)
    .where(eq(items.state, 'deleting'))
    .orderBy(items.updatedAt)
    .limit(limit);

export const markItemsOfOwner = async (tx: Executor, ownerId: string, limit: number): Promise<void> => {
  const isOwned = and(eq(items.ownerId, ownerId), eq(items.state, 'ready'));
  const ready = tx.select({ id: items.id }).from(items).where(isOwned).limit(limit);
  await tx
    .update(items)
    .set({ state: 'deleting', placeKey: sql`${items.id}::text`, updatedAt: sql`now()` })
    .where(and(inArray(items.id, ready), isOwned));
};

/** Resolves to `undefined` if the row was deleted concurrently, which refunded the quota. */
export const removeDeletingItem = async (tx: Executor, itemId: string) => {
  const removed = await tx
    .delete(items)
    .where(and(eq(items.id, itemId), eq(items.state, 'deleting')))
    .returning({ ownerId: items.ownerId, sizeBytes: items.sizeBytes });
  return removed[0];
};
