import { releaseQuota, settleQuota } from '#account/quota-service.ts';
import type { Executor } from '#db/database.ts';
import { limitReached } from '#errors.ts';
import {
  countItems,
  insertUploadingItem,
  markItemReady,
  type NewItem,
  removeUploadingItem,
} from './system-uploading-item-repository.ts';

// An item in state `uploading` is invisible, and its bytes are reserved.

/** Throws `limit_reached`. Requires that reserving the quota has locked the owner's row, which serializes the count. */
export const addUploadingItem = async (tx: Executor, item: NewItem, quotaFiles: number): Promise<void> => {
  if ((await countItems(tx, item.ownerId)) >= quotaFiles) {
    throw limitReached(`You can store up to ${quotaFiles} files. Permanently delete some of them first.`);
  }
  await insertUploadingItem(tx, item);
};

/** Makes the item of a completed upload visible, and its reserved bytes used. */
export const publishItem = async (tx: Executor, itemId: string, checksum: string | null): Promise<void> => {
  const item = await markItemReady(tx, itemId, checksum);
  if (item === undefined) throw new Error('A completed upload has no item.');
  await settleQuota(tx, item.ownerId, item.sizeBytes);
};

/** Deletes the item together with its upload. Idempotent. */
export const discardUploadingItem = async (tx: Executor, itemId: string): Promise<void> => {
  const item = await removeUploadingItem(tx, itemId);
  if (item !== undefined) await releaseQuota(tx, item.ownerId, item.sizeBytes);
};
