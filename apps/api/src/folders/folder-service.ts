import {
  type CreateFolder,
  type Item,
  type ItemPage,
  type ItemPath,
  type MoveItem,
  maximumFolderDepth,
} from '@share-my-files/contract';
import { v7 as newId } from 'uuid';
import type { Database, Executor } from '#db/database.ts';
import { AppError, conflict, limitReached, wrongKind } from '#errors.ts';
import {
  type AccessibleItem,
  type ActorFor,
  authorize,
  lockAuthorized,
  toItem,
} from '#files/access-service.ts';
import type { SharedItems } from '#files/shared-item-service.ts';
import { requireRoomForItem } from '#files/uploading-item-service.ts';
import { type Destination, lockDestination } from './destination-service.ts';
import { insertFolder, listPath, moveItem, prepareListChildren } from './folder-repository.ts';
import { choosePlace } from './place-service.ts';
import { measureHeight } from './system-folder-repository.ts';

type FolderServiceDependencies = {
  database: Database;
  actorFor: ActorFor;
  sharedItems: SharedItems;
  quotaFiles: number;
};

type Page = { cursor?: string | undefined; limit: number };

export type FolderService = ReturnType<typeof createFolderService>;

const requireDepth = (depth: number): void => {
  if (depth <= maximumFolderDepth) return;
  throw limitReached(`Folders can contain each other up to ${maximumFolderDepth} times.`);
};

/** Throws unless the item can be in the destination. Requires the locked account. */
const requireMovable = async (
  tx: Executor,
  item: AccessibleItem,
  { ownerId, folderIds }: Destination,
): Promise<void> => {
  if (item.trashedAt !== null) throw conflict('Restore the item from the trash first.');
  if (ownerId !== item.ownerId) {
    throw new AppError('invalid_move', 'An item can move only among the folders of its owner.');
  }
  if (folderIds.includes(item.id)) throw new AppError('invalid_move', 'A folder cannot contain itself.');
  if (item.kind === 'folder' && folderIds.length > 0) {
    requireDepth(folderIds.length + (await measureHeight(tx, item)));
  }
};

export const createFolderService = (dependencies: FolderServiceDependencies) => {
  const { database, actorFor, sharedItems, quotaFiles } = dependencies;
  const listChildren = prepareListChildren(database.queries);

  return {
    createFolder: async (userId: string, { name, parentId, nameConflict }: CreateFolder): Promise<Item> => {
      const actor = actorFor(userId, 'updateItem');
      if (parentId !== null) await sharedItems.getAllowed(actor, parentId);
      return await database.transaction(async (tx) => {
        const id = newId();
        const destination = await lockDestination(tx, actor, parentId);
        requireDepth(destination.folderIds.length + 1);
        await requireRoomForItem(tx, destination.ownerId, quotaFiles);
        const wish = { itemId: id, ownerId: destination.ownerId, parentId, name };
        const place = await choosePlace(tx, wish, nameConflict);
        await insertFolder(tx, { id, ownerId: destination.ownerId, ...place });
        return toItem(await authorize(tx, actor, id));
      });
    },

    listFolder: async (userId: string, folderId: string, { cursor, limit }: Page): Promise<ItemPage> => {
      const folder = await sharedItems.getAllowed(actorFor(userId, 'viewItem'), folderId);
      if (folder.kind !== 'folder') throw wrongKind('A file contains no items.');
      const page = { folderId, ownerId: folder.ownerId, before: cursor, limit: limit + 1 };
      const rows = await listChildren(userId, page);
      const items = rows
        .slice(0, limit)
        .map((row) => toItem({ ...row, folderId, isTrashedItself: false, trashedAt: folder.trashedAt }));
      return { items, nextCursor: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
    },

    getItemPath: async (userId: string, itemId: string): Promise<ItemPath> => {
      await sharedItems.getAllowed(actorFor(userId, 'viewItem'), itemId);
      return { path: await listPath(database.queries, userId, itemId) };
    },

    moveItem: async (userId: string, itemId: string, { parentId, nameConflict }: MoveItem): Promise<Item> => {
      const actor = actorFor(userId, 'moveItem');
      await sharedItems.getAllowed(actor, itemId);
      return await database.transaction(async (tx) => {
        const item = await lockAuthorized(tx, actor, itemId);
        const destination = await lockDestination(tx, actorFor(userId, 'updateItem'), parentId);
        await requireMovable(tx, item, destination);
        const place = await choosePlace(
          tx,
          { itemId, ownerId: item.ownerId, parentId, name: item.name },
          nameConflict,
        );
        if (!(await moveItem(tx, actor, itemId, place))) {
          throw conflict('The item has just changed. Try again.');
        }
        return toItem(await authorize(tx, actor, itemId));
      });
    },
  };
};
