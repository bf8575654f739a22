import {
  type Disposition,
  type Download,
  type Item,
  type ItemAction,
  type ItemPage,
  type Permissions,
  rolesAllowing,
  type UpdateItem,
} from '@share-my-files/contract';
import { lockAccount } from '#account/quota-service.ts';
import type { Database, Executor } from '#db/database.ts';
import type { Actor } from '#db/item-access.ts';
import { conflict, forbidden, wrongKind } from '#errors.ts';
import { findRemainingFolder } from '#folders/destination-service.ts';
import { choosePlace } from '#folders/place-service.ts';
import type { ObjectStorage } from '#storage/object-storage.ts';
import { type AccessibleItem, type ActorFor, lockAuthorized, requireRole, toItem } from './access-service.ts';
import type { Deletion } from './deletion-service.ts';
import {
  findItem,
  findItems,
  type ItemRow,
  type ListedView,
  markItemDeleting,
  prepareListItems,
  restoreItem,
  trashItem,
  updateItem,
} from './item-repository.ts';
import type { SharedItems } from './shared-item-service.ts';
import { listDeletingItems, markItemsOfOwner } from './system-deletion-repository.ts';

type FileServiceDependencies = {
  database: Database;
  objects: Pick<ObjectStorage, 'signDownload'>;
  permissions: Permissions;
  actorFor: ActorFor;
  sharedItems: SharedItems;
  itemDeletion: Deletion;
};

/** Changes an item that the actor may change, and that is locked; resolves to `false` if no row matched. */
type Change = (tx: Executor, actor: Actor, item: AccessibleItem) => Promise<boolean>;

type Page = { view: ListedView; cursor?: string | undefined; limit: number };

export type FileService = ReturnType<typeof createFileService>;

const toListedItems = (rows: readonly ItemRow[]): Item[] =>
  rows.flatMap(({ role, ...row }) => (role ? toItem({ ...row, role }) : []));

/** Throws `conflict` with the reason if the statement of an allowed user matched no row. Resolves to the item before. */
const change = async (
  tx: Executor,
  actor: Actor,
  itemId: string,
  statement: Change,
  reason = 'The item has just changed. Try again.',
): Promise<AccessibleItem> => {
  const item = await lockAuthorized(tx, actor, itemId);
  if (!(await statement(tx, actor, item))) throw conflict(reason);
  return item;
};

const update =
  (actorFor: ActorFor, { name, nameConflict, ...fields }: UpdateItem): Change =>
  async (tx, actor, item) => {
    const { id, ownerId, folderId: parentId } = item;
    const canReplace = actorFor(actor.userId, 'trashItem').roles.includes(item.role);
    if (nameConflict === 'replace' && !canReplace) throw forbidden();
    await lockAccount(tx, ownerId);
    // In the trash, a name is free.
    const place = item.isTrashedItself
      ? { name, placeKey: id }
      : await choosePlace(tx, { itemId: id, ownerId, parentId, name }, nameConflict);
    return await updateItem(tx, actor, id, { ...fields, name: place.name, placeKey: place.placeKey });
  };

const restore: Change = async (tx, actor, { id, ownerId, folderId, name }) => {
  await lockAccount(tx, ownerId);
  const parentId = await findRemainingFolder(tx, folderId, { alsoInTrash: false });
  const place = await choosePlace(tx, { itemId: id, ownerId, parentId, name }, 'keepBoth');
  return await restoreItem(tx, actor, id, place);
};

export const createFileService = (dependencies: FileServiceDependencies) => {
  const { database, objects, actorFor, sharedItems, itemDeletion } = dependencies;
  const listPage = prepareListItems(database.queries, rolesAllowing('viewItem', dependencies.permissions));

  const changeAndRead = async (
    userId: string,
    itemId: string,
    action: ItemAction,
    statement: Change,
  ): Promise<Item> => {
    const actor = actorFor(userId, action);
    await sharedItems.getAllowed(actor, itemId);
    return await database.transaction(async (tx) => {
      const before = await change(tx, actor, itemId, statement);
      const after = await findItem(tx, userId, itemId);
      // In the trash, only the owner has a role; the permissions may let others move an item there.
      if (!after?.role) return toItem({ ...before, trashedAt: new Date().toISOString() });
      return toItem(requireRole(after, actor));
    });
  };

  return {
    getItem: async (userId: string, itemId: string): Promise<Item> =>
      toItem(await sharedItems.getAllowed(actorFor(userId, 'viewItem'), itemId)),

    listItems: async (userId: string, { view, cursor, limit }: Page): Promise<ItemPage> => {
      if (view === 'shared') await sharedItems.checkSharers(userId);
      const rows = await listPage(userId, { view, before: cursor, limit: limit + 1 });
      const items = toListedItems(rows.slice(0, limit));
      return { items, nextCursor: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
    },

    /** Returns those of the items outside the trash that the user may see, newest first. */
    listItemsById: async (userId: string, itemIds: readonly string[]): Promise<Item[]> => {
      const rows = await findItems(database.queries, actorFor(userId, 'viewItem'), itemIds);
      return toListedItems(rows).filter(({ trashedAt }) => trashedAt === null);
    },

    updateItem: (userId: string, itemId: string, changes: UpdateItem): Promise<Item> =>
      changeAndRead(userId, itemId, 'updateItem', update(actorFor, changes)),

    trashItem: (userId: string, itemId: string): Promise<Item> =>
      changeAndRead(userId, itemId, 'trashItem', (tx, actor, { id }) => trashItem(tx, actor, id)),

    restoreItem: (userId: string, itemId: string): Promise<Item> =>
      changeAndRead(userId, itemId, 'restoreItem', restore),

    /** Requires the item to be in the trash, so that no single request loses a file in use. */
    deletePermanently: async (userId: string, itemId: string): Promise<void> => {
      const actor = actorFor(userId, 'deleteItem');
      await sharedItems.getAllowed(actor, itemId);
      const mark: Change = (tx, _, { id }) => markItemDeleting(tx, actor, id);
      const item = await database.transaction((tx) =>
        change(tx, actor, itemId, mark, 'Move the item to the trash first.'),
      );
      await itemDeletion.deleteWithContents(item);
    },

    downloadItem: async (userId: string, itemId: string, disposition: Disposition): Promise<Download> => {
      const item = await sharedItems.getAllowed(actorFor(userId, 'downloadItem'), itemId);
      if (item.kind === 'folder') throw wrongKind('A folder cannot be downloaded.');
      return await objects.signDownload(item, disposition);
    },

    /** Marks up to `limit` files of a user for the sweeper, also those outside the trash. */
    deleteAllOf: (userId: string, limit: number): Promise<void> =>
      database.transaction((tx) => markItemsOfOwner(tx, userId, limit)),

    /** Retries up to `limit` interrupted deletions until the signal aborts; resolves to the number of failures. */
    finishDeletions: async (limit: number, signal?: AbortSignal): Promise<number> => {
      let failures = 0;
      for (const item of await listDeletingItems(database.queries, limit)) {
        if (signal?.aborted) break;
        if (!(await itemDeletion.continueDeletion(item))) failures += 1;
      }
      return failures;
    },
  };
};
