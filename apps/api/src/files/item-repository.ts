import type { ItemView, Role } from '@share-my-files/contract';
import { and, desc, eq, exists, inArray, isNotNull, isNull, lt, ne, type SQL, sql } from 'drizzle-orm';
import type { PgUpdateSetSource } from 'drizzle-orm/pg-core';
import type { Executor, Reader } from '#db/database.ts';
import { isoInstant } from '#db/iso-instant.ts';
import {
  type Actor,
  isAllowedTo,
  isVisibleTo,
  roleOf,
  trashedSince,
  type UserId,
  visibleParentOf,
} from '#db/item-access.ts';
import type { Place } from '#db/place-key.ts';
import { grants, items, users } from '#db/schema.ts';

const itemColumns = {
  id: items.id,
  kind: items.kind,
  ownerId: items.ownerId,
  /** The folder around the item, which the user may not be allowed to see. */
  folderId: items.parentId,
  name: items.name,
  mediaType: items.mediaType,
  sizeBytes: items.sizeBytes,
  createdAt: isoInstant(items.createdAt),
  updatedAt: isoInstant(items.updatedAt),
  trashedAt: trashedSince,
  /** Rather than with a folder around it. */
  isTrashedItself: sql<boolean>`${items.trashedAt} is not null`,
  objectKey: items.objectKey,
};

const selectItems = (reader: Reader, userId: UserId) =>
  reader
    .select({
      ...itemColumns,
      parentId: visibleParentOf(userId),
      role: roleOf(userId),
      ownerName: users.name,
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

/** Finds those of the items on which the user has one of the roles, newest first. */
export const findItems = (
  reader: Reader,
  { userId, roles }: Actor,
  itemIds: readonly string[],
): Promise<ItemRow[]> =>
  selectItems(reader, userId)
    .where(and(inArray(items.id, [...itemIds]), isAllowedTo({ userId, roles })))
    .orderBy(desc(items.id));

/** Locks an item until the transaction ends. Aurora DSQL locks rows of one table only, found by their key alone. */
export const lockItem = async (tx: Executor, itemId: string): Promise<void> => {
  await tx.select({ id: items.id }).from(items).where(eq(items.id, itemId)).for('update');
};

const userId = sql.placeholder('userId');

/** `owned` lists what is in folders as well. */
export type ListedView = ItemView | 'owned';

const inView = (reader: Reader, view: ListedView) => {
  const isOwned = eq(items.ownerId, userId);
  if (view === 'owned') return and(isOwned, isNull(items.trashedAt));
  if (view === 'mine') return and(isOwned, isNull(items.parentId), isNull(items.trashedAt));
  if (view === 'trash') return and(isOwned, isNotNull(items.trashedAt));
  const ownGrants = reader
    .select({ one: sql`1` })
    .from(grants)
    .where(and(eq(grants.itemId, items.id), eq(grants.granteeId, userId)));
  return and(ne(items.ownerId, userId), exists(ownGrants));
};

/** Newest first: a UUIDv7 sorts by its creation time. The order of `mine` is that of the index on folders. */
const preparePage = (reader: Reader, roles: readonly Role[], view: ListedView, isFirst: boolean) =>
  selectItems(reader, userId)
    .where(
      and(
        inView(reader, view),
        isAllowedTo({ userId, roles }),
        isFirst ? undefined : lt(items.id, sql.placeholder('before')),
      ),
    )
    .orderBy(...(view === 'mine' ? [desc(items.parentId)] : []), desc(items.id))
    .limit(sql.placeholder('limit'))
    .prepare(`list_${view}_${isFirst ? 'first' : 'next'}`);

type Page = { view: ListedView; before: string | undefined; limit: number };

/** Prepares the pages of all views for users with one of the roles: building and planning them takes longer than running. */
export const prepareListItems = (reader: Reader, roles: readonly Role[]) => {
  const prepareView = (view: ListedView) => ({
    first: preparePage(reader, roles, view, true),
    next: preparePage(reader, roles, view, false),
  });
  const views = {
    mine: prepareView('mine'),
    owned: prepareView('owned'),
    shared: prepareView('shared'),
    trash: prepareView('trash'),
  };
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
): Promise<boolean> => {
  const changed = await tx
    .update(items)
    .set({ ...changes, updatedAt: sql`now()` })
    .where(and(eq(items.id, itemId), isAllowedTo(actor), condition))
    .returning({ id: items.id });
  return changed.length === 1;
};

export const updateItem = (tx: Executor, actor: Actor, itemId: string, changes: ItemChanges) =>
  changeItem(tx, actor, itemId, changes);

/** Idempotent: keeps the time at which the item was first moved to the trash. */
export const trashItem = (tx: Executor, actor: Actor, itemId: string) =>
  changeItem(tx, actor, itemId, {
    trashedAt: sql`coalesce(${items.trashedAt}, now())`,
    placeKey: itemId,
  });

export const restoreItem = (tx: Executor, actor: Actor, itemId: string, place: Place) =>
  changeItem(tx, actor, itemId, { ...place, trashedAt: null });

/** Hides an item of the trash, and what it contains, from everyone, including its owner. */
export const markItemDeleting = (tx: Executor, actor: Actor, itemId: string) =>
  changeItem(tx, actor, itemId, { state: 'deleting', placeKey: itemId }, isNotNull(trashedSince));
