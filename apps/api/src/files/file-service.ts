import type { Disposition, Download, Item, ItemPage, ItemView, Role } from '@share-my-files/contract';
import type { Logger } from 'pino';
import { giveQuotaBack } from '#account/quota-service.ts';
import type { Database } from '#db/database.ts';
import { conflict } from '#errors.ts';
import type { ObjectStorage } from '#storage/object-storage.ts';
import { type AccessibleItem, requireRole } from './access-service.ts';
import { listItems, markItemDeleting, renameItem, restoreItem, trashItem } from './item-repository.ts';
import { listDeletingItems, removeDeletingItem } from './system-deletion-repository.ts';

type FileServiceDependencies = {
  database: Database;
  objects: Pick<ObjectStorage, 'deleteObject' | 'signDownload'>;
  logger: Logger;
};

type Page = { view: ItemView; cursor?: string | undefined; limit: number };

export type FileService = ReturnType<typeof createFileService>;

const toItem = ({ objectKey, createdAt, updatedAt, trashedAt, ...item }: AccessibleItem): Item => ({
  ...item,
  createdAt: createdAt.toISOString(),
  updatedAt: updatedAt.toISOString(),
  trashedAt: trashedAt?.toISOString() ?? null,
});

export const createFileService = ({ database, objects, logger }: FileServiceDependencies) => {
  const readItem = async (userId: string, itemId: string): Promise<Item> =>
    toItem(await requireRole(database.queries, userId, itemId, 'viewer'));

  // The statement itself checks the role; only when it changed nothing is the reason looked up.
  const readChanged = async (userId: string, itemId: string, isChanged: boolean, needed: Role) => {
    if (!isChanged) await requireRole(database.queries, userId, itemId, needed);
    return await readItem(userId, itemId);
  };

  const finishDeletion = async (item: { id: string; objectKey: string }): Promise<void> => {
    await objects.deleteObject(item.objectKey);
    await database.transaction(async (tx) => {
      const removed = await removeDeletingItem(tx, item.id);
      if (removed !== undefined) await giveQuotaBack(tx, removed.ownerId, removed.sizeBytes);
    });
  };

  // The row is marked, so the file is gone for everybody; whatever fails now, the sweeper does again.
  const finishDeletionOrLeaveIt = (item: { id: string; objectKey: string }): Promise<boolean> =>
    finishDeletion(item).then(
      () => true,
      (err: unknown) => {
        logger.warn({ err, itemId: item.id }, 'a deletion is left for later');
        return false;
      },
    );

  return {
    readItem,

    listItems: async (userId: string, { view, cursor, limit }: Page): Promise<ItemPage> => {
      const rows = await listItems(database.queries, userId, { view, before: cursor, limit: limit + 1 });
      const items = rows
        .slice(0, limit)
        .flatMap(({ role, ...row }) => (role ? toItem({ ...row, role }) : []));
      return { items, nextCursor: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
    },

    rename: async (userId: string, itemId: string, name: string): Promise<Item> => {
      const isRenamed = await database.transaction((tx) => renameItem(tx, userId, itemId, name));
      return await readChanged(userId, itemId, isRenamed, 'editor');
    },

    trash: async (userId: string, itemId: string): Promise<Item> => {
      const isTrashed = await database.transaction((tx) => trashItem(tx, userId, itemId));
      return await readChanged(userId, itemId, isTrashed, 'owner');
    },

    restore: async (userId: string, itemId: string): Promise<Item> => {
      const isRestored = await database.transaction((tx) => restoreItem(tx, userId, itemId));
      return await readChanged(userId, itemId, isRestored, 'owner');
    },

    /** Only from the trash, so that no single request can lose a file in use. */
    deleteForEver: async (userId: string, itemId: string): Promise<void> => {
      const marked = await database.transaction((tx) => markItemDeleting(tx, userId, itemId));
      if (marked === undefined) {
        await requireRole(database.queries, userId, itemId, 'owner');
        throw conflict('Move the file to the trash first.');
      }
      await finishDeletionOrLeaveIt(marked);
    },

    download: async (userId: string, itemId: string, disposition: Disposition): Promise<Download> => {
      const item = await requireRole(database.queries, userId, itemId, 'viewer');
      return await objects.signDownload(item, disposition);
    },

    /** Ends interrupted deletions, at most `limit`; resolves to how many failed, and stops early when told to. */
    finishDeletions: async (limit: number, signal?: AbortSignal): Promise<number> => {
      let failures = 0;
      for (const item of await listDeletingItems(database.queries, limit)) {
        if (signal?.aborted) break;
        if (!(await finishDeletionOrLeaveIt(item))) failures += 1;
      }
      return failures;
    },
  };
};
