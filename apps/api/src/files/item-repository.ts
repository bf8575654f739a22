import type { ItemView } from '@share-my-files/contract';
import { and, desc, eq, exists, isNotNull, isNull, lt, ne, sql } from 'drizzle-orm';
import type { Executor, Reader } from '#db/database.ts';
import { holdsRole, isVisibleTo, roleOf } from '#db/item-access.ts';
import { grants, items, users } from '#db/schema.ts';

const selectItems = (reader: Reader, userId: string) =>
  reader
    .select({
      id: items.id,
      name: items.name,
      mediaType: items.mediaType,
      sizeBytes: items.sizeBytes,
      role: roleOf(userId),
      ownerName: users.name,
      createdAt: items.createdAt,
      updatedAt: items.updatedAt,
      trashedAt: items.trashedAt,
      objectKey: items.objectKey,
    })
    .from(items)
    .innerJoin(users, eq(users.id, items.ownerId))
    .$dynamic();

export type ItemRow = Awaited<ReturnType<typeof selectItems>>[number];

export const findItem = async (
  reader: Reader,
  userId: string,
  itemId: string,
): Promise<ItemRow | undefined> => {
  const [item] = await selectItems(reader, userId).where(and(eq(items.id, itemId), isVisibleTo(userId)));
  return item;
};

/** As `findItem`, and nobody changes or deletes the item until the transaction ends. */
export const findItemForUpdate = async (
  tx: Executor,
  userId: string,
  itemId: string,
): Promise<ItemRow | undefined> => {
  const [item] = await selectItems(tx, userId)
    .where(and(eq(items.id, itemId), isVisibleTo(userId)))
    .for('update', { of: items });
  return item;
};

const inView = (reader: Reader, userId: string, view: ItemView) => {
  const isMine = eq(items.ownerId, userId);
  if (view === 'mine') return and(isMine, isNull(items.trashedAt));
  if (view === 'trash') return and(isMine, isNotNull(items.trashedAt));
  const grantsOfMine = reader
    .select({ one: sql`1` })
    .from(grants)
    .where(and(eq(grants.itemId, items.id), eq(grants.granteeId, userId)));
  return and(ne(items.ownerId, userId), exists(grantsOfMine));
};

/** Newest first: the ids are UUIDv7, which sort by the time they were made. */
export const listItems = (
  reader: Reader,
  userId: string,
  { view, before, limit }: { view: ItemView; before: string | undefined; limit: number },
): Promise<ItemRow[]> =>
  selectItems(reader, userId)
    .where(
      and(
        inView(reader, userId, view),
        isVisibleTo(userId),
        before === undefined ? undefined : lt(items.id, before),
      ),
    )
    .orderBy(desc(items.id))
    .limit(limit);

const touched = { updatedAt: sql`now()` };

export const renameItem = async (tx: Executor, userId: string, itemId: string, name: string) => {
  const renamed = await tx
    .update(items)
    .set({ name, ...touched })
    .where(and(eq(items.id, itemId), holdsRole(userId, ['owner', 'editor'])))
    .returning({ id: items.id });
  return renamed.length === 1;
};

/** Keeps the first time when the item is in the trash already. */
export const trashItem = async (tx: Executor, userId: string, itemId: string) => {
  const trashed = await tx
    .update(items)
    .set({ trashedAt: sql`coalesce(${items.trashedAt}, now())`, ...touched })
    .where(and(eq(items.id, itemId), holdsRole(userId, ['owner'])))
    .returning({ id: items.id });
  return trashed.length === 1;
};

export const restoreItem = async (tx: Executor, userId: string, itemId: string) => {
  const restored = await tx
    .update(items)
    .set({ trashedAt: null, ...touched })
    .where(and(eq(items.id, itemId), holdsRole(userId, ['owner'])))
    .returning({ id: items.id });
  return restored.length === 1;
};

/** From here on nobody sees the item any more, its owner included. */
export const markItemDeleting = async (tx: Executor, userId: string, itemId: string) => {
  const marked = await tx
    .update(items)
    .set({ state: 'deleting', ...touched })
    .where(and(eq(items.id, itemId), isNotNull(items.trashedAt), holdsRole(userId, ['owner'])))
    .returning({ id: items.id, objectKey: items.objectKey });
  return marked[0];
};
