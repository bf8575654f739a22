import { and, eq } from 'drizzle-orm';
import type { Executor } from '#db/database.ts';
import { items } from '#db/schema.ts';

export type NewItem = Pick<
  typeof items.$inferInsert,
  'id' | 'ownerId' | 'parentId' | 'name' | 'mediaType' | 'sizeBytes' | 'objectKey'
>;

const charge = { ownerId: items.ownerId, sizeBytes: items.sizeBytes };
const isUploading = (itemId: string) => and(eq(items.id, itemId), eq(items.state, 'uploading'));

/** Counts items in all states, including uploads and the trash. */
export const countItems = (tx: Executor, ownerId: string): Promise<number> =>
  tx.$count(items, eq(items.ownerId, ownerId));

export const insertUploadingItem = async (tx: Executor, item: NewItem): Promise<void> => {
  await tx.insert(items).values({ ...item, kind: 'file', placeKey: item.id, state: 'uploading' });
};

export const markItemReady = async (tx: Executor, itemId: string, checksum: string | null) => {
  const [ready] = await tx
    .update(items)
    .set({ state: 'ready', checksum })
    .where(isUploading(itemId))
    .returning({ ...charge, parentId: items.parentId, name: items.name });
  return ready;
};

export const removeUploadingItem = async (tx: Executor, itemId: string) => {
  const [removed] = await tx.delete(items).where(isUploading(itemId)).returning(charge);
  return removed;
};
