import { and, eq } from 'drizzle-orm';
import type { Executor, Reader } from '#db/database.ts';
import { items } from '#db/schema.ts';

// For the system: these act on items that their owners have marked, and no request passes an id to them.

export const listDeletingItems = (reader: Reader, limit: number) =>
  reader
    .select({ id: items.id, objectKey: items.objectKey })
    .from(items)
    .where(eq(items.state, 'deleting'))
    .orderBy(items.updatedAt)
    .limit(limit);

/** Resolves to `undefined` if the row was deleted concurrently, which refunded the quota. */
export const removeDeletingItem = async (tx: Executor, itemId: string) => {
  const removed = await tx
    .delete(items)
    .where(and(eq(items.id, itemId), eq(items.state, 'deleting')))
    .returning({ ownerId: items.ownerId, sizeBytes: items.sizeBytes });
  return removed[0];
};
