import type { NameConflict } from '@share-my-files/contract';
import { releaseQuota, settleQuota } from '#account/quota-service.ts';
import type { Executor } from '#db/database.ts';
import { limitReached } from '#errors.ts';
import { findRemainingFolder } from '#folders/destination-service.ts';
import { placeItem } from '#folders/place-service.ts';
import {
  countItems,
  insertUploadingItem,
  markItemReady,
  type NewItem,
  removeUploadingItem,
} from './system-uploading-item-repository.ts';

// An item in state `uploading` is invisible, and its bytes are reserved.

/** Throws `limit_reached`. Requires the locked account of the owner, which serializes the count. */
export const requireRoomForItem = async (
  tx: Executor,
  ownerId: string,
  quotaFiles: number,
): Promise<void> => {
  if ((await countItems(tx, ownerId)) < quotaFiles) return;
  throw limitReached(`You can store up to ${quotaFiles} files. Permanently delete some of them first.`);
};

/** Throws `limit_reached`. Requires that reserving the quota has locked the owner's account. */
export const addUploadingItem = async (tx: Executor, item: NewItem, quotaFiles: number): Promise<void> => {
  await requireRoomForItem(tx, item.ownerId, quotaFiles);
  await insertUploadingItem(tx, item);
};

type Completion = { itemId: string; checksum: string | null; nameConflict: Exclude<NameConflict, 'reject'> };

/** Makes the item of a completed upload visible, and its reserved bytes used. */
export const publishItem = async (
  tx: Executor,
  { itemId, checksum, nameConflict }: Completion,
): Promise<void> => {
  const item = await markItemReady(tx, itemId, checksum);
  if (item === undefined) throw new Error('A completed upload has no item.');
  // Locks the account, as choosing a place requires.
  await settleQuota(tx, item.ownerId, item.sizeBytes);
  const parentId = await findRemainingFolder(tx, item.parentId, { alsoInTrash: true });
  const wish = { itemId, ownerId: item.ownerId, parentId, name: item.name };
  // A folder of that name is not replaced: the bytes have arrived, and are kept under a free name.
  await placeItem(tx, wish, nameConflict, 'keepBoth');
};

/** Deletes the item together with its upload. Idempotent. */
export const discardUploadingItem = async (tx: Executor, itemId: string): Promise<void> => {
  const item = await removeUploadingItem(tx, itemId);
  if (item !== undefined) await releaseQuota(tx, item.ownerId, item.sizeBytes);
};
