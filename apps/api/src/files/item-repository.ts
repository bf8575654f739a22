import type { ItemView, Role, UpdateItem } from '@share-my-files/contract';
import { and, desc, eq, exists, isNotNull, isNull, lt, ne, type SQL, sql } from 'drizzle-orm';
import type { PgUpdateSetSource } from 'drizzle-orm/pg-core';
import type { Executor, Reader } from '#db/database.ts';
import { isoInstant } from '#db/iso-instant.ts';
import { type Actor, isAllowedTo, isVisibleTo, roleOf, type UserId } from '#db/item-access.ts';
import { grants, items, users } from '#db/schema.ts';

const itemColumns = {
  id: items.id,
  name: items.name,
  mediaType: items.mediaType,
  sizeBytes: items.sizeBytes,
  createdAt: isoInstant(items.createdAt),
  updatedAt: isoInstant(items.updatedAt),
  trashedAt: isoInstant(items.trashedAt),
  objectKey: items.objectKey,
};

const selectItems = (reader: Reader, userId: UserId) =>
  reader
    .select({ ...itemColumns, role: roleOf(userId), ownerName: users.name })
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

/** Locks an item until the transaction ends. Aurora DSQL locks rows of one table only, found by their key alone. */
export const lockItem = async (tx: Executor, itemId: string): Promise<void> => {
  await tx.select({ id: items.id }).from(items).where(eq(items.id, itemId)).for('update');
};

const userId = sql.placeholder('userId');

const inView = (reader: Reader, view: ItemView) => {
  const isOwned = eq(items.ownerId, userId);
  if (view === 'mine') return and(isOwned, isNull(items.trashedAt));
  if (view === 'trash') return and(isOwned, isNotNull(items.trashedAt));
  const ownGrants = reader
    .select({ one: sql`1` })
    .from(grants)
    .where(and(eq(grants.itemId, items.id), eq(grants.granteeId, userId)));
  return and(ne(items.ownerId, userId), exists(ownGrants));
};

/** Newest first: a UUIDv7 sorts by its creation time. */
const preparePage = (reader: Reader, roles: readonly Role[], view: ItemView, isFirst: boolean) =>
  selectItems(reader, userId)
    .where(
      and(
        inView(reader, view),
        isAllowedTo({ userId, roles }),
        isFirst ? undefined : lt(items.id, sql.placeholder('before')),
      ),
    )
    .orderBy(desc(items.id))
    .limit(sql.placeholder('limit'))
    .prepare(`list_${view}_${isFirst ? 'first' : 'next'}`);

type Page = { view: ItemView; before: string | undefined; limit: number };

/** Prepares the pages of all views for users with one of the roles: building and planning them takes longer than running. */
export const prepareListItems = (reader: Reader, roles: readonly Role[]) => {
  const prepareView = (view: ItemView) => ({
    first: preparePage(reader, roles, view, true),
    next: preparePage(reader, roles, view, false),
  });
  const views = { mine: prepareView('mine'), shared: prepareView('shared'), trash: prepareView('trash') };
  return (userId: string, { view, before, limit }: Page): Promise<ItemRow[]> =>
    before === undefined
      ? views[view].first.execute({ userId, limit })
      : views[view].next.execute({ userId, limit, before });
};

type ItemChanges = Omit<PgUpdateSetSource<typeof items>, 'id' | 'ownerId' | 'updatedAt'>;

const changeItem = async (
  tx: Executor,
  actor: Actor,
  itemId: string,
  changes: ItemChanges,
  condition?: SQL,
) => {
  const [changed] = await tx
    .update(items)
    .set({ ...changes, updatedAt: sql`now()` })
    .where(and(eq(items.id, itemId), isAllowedTo(actor), condition))
    .returning(itemColumns);
  return changed;
};

export type ChangedItem = NonNullable<Awaited<ReturnType<typeof changeItem>>>;

export const updateItem = (tx: Executor, actor: Actor, itemId: string, changes: UpdateItem) =>
  changeItem(tx, actor, itemId, changes);

/** Idempotent: keeps the time at which the item was first moved to the trash. */
export const trashItem = (tx: Executor, actor: Actor, itemId: string) =>
  changeItem(tx, actor, itemId, { trashedAt: sql`coalesce(${items.trashedAt}, now())` });

export const restoreItem = (tx: Executor, actor: Actor, itemId: string) =>
  changeItem(tx, actor, itemId, { trashedAt: null });

/** Hides an item of the trash from everyone, including its owner. */
export const markItemDeleting = (tx: Executor, actor: Actor, itemId: string) =>
  changeItem(tx, actor, itemId, { state: 'deleting' }, isNotNull(items.trashedAt));
