import type { Executor } from '#db/database.ts';
import { AppError } from '#errors.ts';
import { addBytes, reserveBytes } from './quota-repository.ts';

// Each change belongs in the transaction that changes the item.

type Change = Parameters<typeof addBytes>[2];

const change = async (tx: Executor, userId: string, bytes: Change): Promise<void> => {
  if (!(await addBytes(tx, userId, bytes))) throw new Error('The owner of an item has no row.');
};

/** Reserves the bytes of a new upload; throws `quota_exceeded`. */
export const reserveQuota = async (tx: Executor, userId: string, sizeBytes: number): Promise<void> => {
  if (await reserveBytes(tx, userId, sizeBytes)) return;
  throw new AppError('quota_exceeded', 'There is not enough space left for this file.');
};

/** Turns the reserved bytes of a completed upload into used bytes. */
export const settleQuota = (tx: Executor, userId: string, sizeBytes: number) =>
  change(tx, userId, { used: sizeBytes, reserved: -sizeBytes });

/** Releases the reserved bytes of an aborted upload. */
export const releaseQuota = (tx: Executor, userId: string, sizeBytes: number) =>
  change(tx, userId, { reserved: -sizeBytes });

/** Refunds the bytes of a permanently deleted file. */
export const refundQuota = (tx: Executor, userId: string, sizeBytes: number) =>
  change(tx, userId, { used: -sizeBytes });

/**
 * Serializes transactions of one user that count before they write. Writes to the row, because a transaction that
 * waited for a lock alone would continue with its old snapshot.
 */
export const lockAccount = (tx: Executor, userId: string) => change(tx, userId, {});
