import type { Executor } from '#db/database.ts';
import { AppError } from '#errors.ts';
import { addBytes, reserveBytes } from './quota-repository.ts';

// The ledger of every user's bytes. Each entry belongs into the transaction that changes the item.

/** For an upload that begins; throws `quota_exceeded`. */
export const reserveQuota = async (tx: Executor, userId: string, sizeBytes: number): Promise<void> => {
  if (await reserveBytes(tx, userId, sizeBytes)) return;
  throw new AppError('quota_exceeded', 'There is not enough space left for this file.');
};

/** For an upload that is ready. */
export const settleQuota = (tx: Executor, userId: string, sizeBytes: number) =>
  addBytes(tx, userId, { used: sizeBytes, reserved: -sizeBytes });

/** For an upload that ended without a file. */
export const releaseQuota = (tx: Executor, userId: string, sizeBytes: number) =>
  addBytes(tx, userId, { reserved: -sizeBytes });

/** For a file that is deleted for ever. */
export const refundQuota = (tx: Executor, userId: string, sizeBytes: number) =>
  addBytes(tx, userId, { used: -sizeBytes });
