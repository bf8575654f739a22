import { and, eq } from 'drizzle-orm';
import type { Executor, Reader } from '#db/database.ts';
import { items } from '#db/schema.ts';

// These act for the system on what an owner has marked before; no request reaches them with another id.

export const listDeletingItems = (reader: Reader, limit: number) =>
  reader
    .select({ id: items.id, objectKey: items.objectKey })
    .from(items)
    .where(eq(items.state, 'deleting'))
    .orderBy(items.updatedAt)
    .limit(limit);

/** Undefined when somebody else has removed the row: then the quota was given back there. */
export const removeDeletingItem = async (tx: Executor, itemId: string) => {
  const removed = await tx
    .delete(items)
    .where(and(eq(items.id, itemId), eq(items.state, 'deleting')))
    .returning({ ownerId: items.ownerId, sizeBytes: items.sizeBytes });
  return removed[0];
};
