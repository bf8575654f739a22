import {
  type Disposition,
  type Download,
  type Item,
  type ItemAction,
  type ItemPage,
  type ItemView,
  type Permissions,
  rolesAllowing,
  type UpdateItem,
} from '@share-my-files/contract';
import type { Logger } from 'pino';
import type { CheckOwners } from '#account/owner-check-service.ts';
import { refundQuota } from '#account/quota-service.ts';
import type { Database, Executor } from '#db/database.ts';
import type { Actor } from '#db/item-access.ts';
import { conflict } from '#errors.ts';
import type { ObjectStorage } from '#storage/object-storage.ts';
import {
  type AccessibleItem,
  type ActorFor,
  authorize,
  lockAuthorized,
  requireRole,
} from './access-service.ts';
import {
  type ChangedItem,
  findItem,
  markItemDeleting,
  prepareListItems,
  restoreItem,
  trashItem,
  updateItem,
} from './item-repository.ts';
import { listDeletingItems, markItemsOfOwner, removeDeletingItem } from './system-deletion-repository.ts';
import { listOwnersToCheck } from './system-owner-repository.ts';

type FileServiceDependencies = {
  database: Database;
  objects: Pick<ObjectStorage, 'deleteObject' | 'signDownload'>;
  permissions: Permissions;
  actorFor: ActorFor;
  checkOwners: CheckOwners;
  logger: Logger;
};

type DeletingItem = { id: string; objectKey: string };

/** Changes an item that the actor may change; resolves to `undefined` if no row matched. */
type ItemStatement = (tx: Executor, actor: Actor, itemId: string) => Promise<ChangedItem | undefined>;

type Page = { view: ItemView; cursor?: string | undefined; limit: number };

export type FileService = ReturnType<typeof createFileService>;

// The list shows the files of all others at once, and asks about the rest with the next requests.
const ownersPerCheck = 10;

const toItem = ({ objectKey, ...item }: AccessibleItem): Item => item;

const createDeletion = ({ database, objects, logger }: FileServiceDependencies) => {
  const finish = async (item: DeletingItem): Promise<void> => {
    await objects.deleteObject(item.objectKey);
    await database.transaction(async (tx) => {
      const removed = await removeDeletingItem(tx, item.id);
      if (removed !== undefined) await refundQuota(tx, removed.ownerId, removed.sizeBytes);
    });
  };

  /** Resolves to whether the deletion is complete; the sweeper retries one that is not. */
  return (item: DeletingItem): Promise<boolean> =>
    finish(item).then(
      () => true,
      (err: unknown) => {
        logger.warn({ err, itemId: item.id }, 'failed to finish a deletion');
        return false;
      },
    );
};

export const createFileService = (dependencies: FileServiceDependencies) => {
  const { database, objects, actorFor, checkOwners } = dependencies;
  const finishDeletion = createDeletion(dependencies);
  const listPage = prepareListItems(database.queries, rolesAllowing('viewItem', dependencies.permissions));

  /** Notices within a minute that the owner of a shared file is disabled; resolves to whether a check was due. */
  const checkSharers = async (userId: string, itemId?: string): Promise<boolean> => {
    const shared = { ...(itemId !== undefined && { itemId }), limit: ownersPerCheck };
    const owners = await listOwnersToCheck(database.queries, userId, shared);
    await checkOwners(owners);
    return owners.length > 0;
  };

  const getAllowed = async (actor: Actor, itemId: string): Promise<AccessibleItem> => {
    const { userId } = actor;
    const item = await findItem(database.queries, userId, itemId);
    // A disabled owner gets no further than authentication. Any other role can have changed with the check.
    const isChecked = item?.role !== 'owner' && (await checkSharers(userId, itemId));
    return isChecked ? await authorize(database.queries, actor, itemId) : requireRole(item, actor);
  };

  /** Throws `conflict` with the reason if the statement of an allowed user matched no row. */
  const change = async (
    userId: string,
    itemId: string,
    action: ItemAction,
    statement: ItemStatement,
    reason = 'The file has just changed. Try again.',
  ): Promise<AccessibleItem> => {
    const actor = actorFor(userId, action);
    await getAllowed(actor, itemId);
    return await database.transaction(async (tx) => {
      const item = await lockAuthorized(tx, actor, itemId);
      const changed = await statement(tx, actor, itemId);
      if (changed === undefined) throw conflict(reason);
      return { ...item, ...changed };
    });
  };

  return {
    getItem: async (userId: string, itemId: string): Promise<Item> =>
      toItem(await getAllowed(actorFor(userId, 'viewItem'), itemId)),

    listItems: async (userId: string, { view, cursor, limit }: Page): Promise<ItemPage> => {
      if (view === 'shared') await checkSharers(userId);
      const rows = await listPage(userId, { view, before: cursor, limit: limit + 1 });
      const items = rows
        .slice(0, limit)
        .flatMap(({ role, ...row }) => (role ? toItem({ ...row, role }) : []));
      return { items, nextCursor: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
    },

    updateItem: async (userId: string, itemId: string, changes: UpdateItem): Promise<Item> => {
      const update: ItemStatement = (tx, actor) => updateItem(tx, actor, itemId, changes);
      return toItem(await change(userId, itemId, 'updateItem', update));
    },

    trashItem: async (userId: string, itemId: string): Promise<Item> =>
      toItem(await change(userId, itemId, 'trashItem', trashItem)),

    restoreItem: async (userId: string, itemId: string): Promise<Item> =>
      toItem(await change(userId, itemId, 'restoreItem', restoreItem)),

    /** Requires the item to be in the trash, so that no single request loses a file in use. */
    deletePermanently: async (userId: string, itemId: string): Promise<void> => {
      const reason = 'Move the file to the trash first.';
      await finishDeletion(await change(userId, itemId, 'deleteItem', markItemDeleting, reason));
    },

    downloadItem: async (userId: string, itemId: string, disposition: Disposition): Promise<Download> => {
      const item = await getAllowed(actorFor(userId, 'downloadItem'), itemId);
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
        if (!(await finishDeletion(item))) failures += 1;
      }
      return failures;
    },
  };
};
