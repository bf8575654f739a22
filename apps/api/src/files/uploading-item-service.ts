import { releaseQuota, reserveQuota, settleQuota } from '#account/quota-service.ts';
import type { Executor } from '#db/database.ts';
import { limitReached } from '#errors.ts';
import {
  countItems,
  insertUploadingItem,
  markItemReady,
  type NewItem,
  removeUploadingItem,
} from './system-uploading-item-repository.ts';

// An item before it is ready: nobody sees it, and its bytes are reserved. What has happened already is not
// done, nor charged, a second time.

/** Throws `quota_exceeded`, or `limit_reached` of an owner with so many files that no more may come. */
export const addUploadingItem = async (tx: Executor, item: NewItem, quotaFiles: number): Promise<void> => {
  // Reserving locks the row of the owner, so two uploads cannot both count before either is there.
  await reserveQuota(tx, item.ownerId, item.sizeBytes);
  if ((await countItems(tx, item.ownerId)) >= quotaFiles) {
    throw limitReached(`There is room for ${quotaFiles} files. Delete some forever, also from the trash.`);
  }
  await insertUploadingItem(tx, item);
};

export const publishItem = async (tx: Executor, itemId: string, checksum: string | null): Promise<void> => {
  const item = await markItemReady(tx, itemId, checksum);
  if (item !== undefined) await settleQuota(tx, item.ownerId, item.sizeBytes);
};

/** Takes the item's upload along. */
export const discardUploadingItem = async (tx: Executor, itemId: string): Promise<void> => {
  const item = await removeUploadingItem(tx, itemId);
  if (item !== undefined) await releaseQuota(tx, item.ownerId, item.sizeBytes);
};
