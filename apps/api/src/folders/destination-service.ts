import { lockAccount } from '#account/quota-service.ts';
import type { Executor } from '#db/database.ts';
import type { Actor } from '#db/item-access.ts';
import { conflict, notFound, wrongKind } from '#errors.ts';
import { authorize } from '#files/access-service.ts';
import { listFoldersAbove } from './system-folder-repository.ts';

/** A folder to add to, or the root of an owner. */
export type Destination = { ownerId: string; parentId: string | null; folderIds: string[] };

/**
 * Authorizes the actor to add to a folder, and locks the account of its owner until the transaction ends: nobody else
 * moves, adds or removes meanwhile. `null` is the root of the actor.
 */
export const lockDestination = async (
  tx: Executor,
  actor: Actor,
  parentId: string | null,
): Promise<Destination> => {
  if (parentId === null) {
    await lockAccount(tx, actor.userId);
    return { ownerId: actor.userId, parentId, folderIds: [] };
  }
  const { ownerId, kind } = await authorize(tx, actor, parentId);
  if (kind !== 'folder') throw wrongKind('A file cannot contain anything.');
  await lockAccount(tx, ownerId);
  // The folder can have been moved or deleted while this waited for the lock.
  const folders = await listFoldersAbove(tx, parentId);
  if (folders.length === 0 || folders.some(({ isReady }) => !isReady)) throw notFound();
  if (folders.some(({ isTrashed }) => isTrashed)) throw conflict('Restore the folder from the trash first.');
  return { ownerId, parentId, folderIds: folders.map(({ id }) => id) };
};

/** Resolves to the folder, or to null, the root, if it is gone. Requires the locked account. */
export const findRemainingFolder = async (
  tx: Executor,
  folderId: string | null,
  { alsoInTrash }: { alsoInTrash: boolean },
): Promise<string | null> => {
  if (folderId === null) return null;
  const folders = await listFoldersAbove(tx, folderId);
  const remains = folders.every(({ isReady, isTrashed }) => isReady && (alsoInTrash || !isTrashed));
  return folders.length > 0 && remains ? folderId : null;
};
