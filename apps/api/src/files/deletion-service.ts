import type { Logger } from 'pino';
import { lockAccount, refundQuota } from '#account/quota-service.ts';
import type { Database } from '#db/database.ts';
import { dissolveFolder } from '#folders/folder-deletion-service.ts';
import type { ObjectStorage } from '#storage/object-storage.ts';
import { removeDeletingItem } from './system-deletion-repository.ts';

type DeletionDependencies = {
  database: Database;
  objects: Pick<ObjectStorage, 'deleteObject'>;
  logger: Logger;
};

/** An item in state `deleting`. */
export type DeletingItem = { id: string; ownerId: string; kind: string | null; objectKey: string };

export type Deletion = ReturnType<typeof createDeletion>;

// The sweeper continues where a request stops.
const itemsPerRequest = 50;

export const createDeletion = ({ database, objects, logger }: DeletionDependencies) => {
  const removeFile = async (item: DeletingItem): Promise<void> => {
    await objects.deleteObject(item.objectKey);
    await database.transaction(async (tx) => {
      const removed = await removeDeletingItem(tx, item.id);
      if (removed !== undefined) await refundQuota(tx, removed.ownerId, removed.sizeBytes);
    });
  };

  /** Removes a folder that is empty; else resolves to what it contains, marked for deletion. */
  const removeFolder = (folder: DeletingItem): Promise<DeletingItem[]> =>
    database.transaction(async (tx) => {
      await lockAccount(tx, folder.ownerId);
      const contained = await dissolveFolder(tx, folder);
      if (contained.length === 0) await removeDeletingItem(tx, folder.id);
      return contained;
    });

  const remove = async (item: DeletingItem): Promise<DeletingItem[]> => {
    if (item.kind === 'folder') return await removeFolder(item);
    await removeFile(item);
    return [];
  };

  /** Resolves to `undefined` after a failure, which the sweeper retries. */
  const tryToRemove = (item: DeletingItem): Promise<DeletingItem[] | undefined> =>
    remove(item).catch((err: unknown) => {
      logger.warn({ err, itemId: item.id }, 'failed to finish a deletion');
      return undefined;
    });

  return {
    /** Resolves to whether it succeeded; a folder that is not empty goes one step on. */
    continueDeletion: async (item: DeletingItem): Promise<boolean> => (await tryToRemove(item)) !== undefined,

    /** Deletes an item with all that it contains, or as much as fits into a request. */
    deleteWithContents: async (root: DeletingItem): Promise<void> => {
      const remaining = [root];
      for (let count = 0; count < itemsPerRequest; count += 1) {
        const item = remaining.at(-1);
        const contained = item && (await tryToRemove(item));
        if (contained === undefined) return;
        if (contained.length === 0) remaining.pop();
        remaining.push(...contained);
      }
    },
  };
};
