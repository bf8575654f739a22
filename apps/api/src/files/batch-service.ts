import type { BatchAction, BatchFailure, BatchResult } from '@share-my-files/contract';
import { AppError } from '#errors.ts';
import type { FileService } from './file-service.ts';

type ChangeOne = (userId: string, itemId: string) => Promise<unknown>;

type Batch = { action: BatchAction; itemIds: readonly string[] };

export type BatchService = ReturnType<typeof createBatchService>;

const failureOf = (error: unknown, itemId: string): BatchFailure => {
  if (!(error instanceof AppError)) throw error;
  return { itemId, code: error.code, detail: error.message };
};

/**
 * Changes many items in one request, each in a transaction of its own: a refusal undoes no other. One after
 * another, because transactions of one user that change the account's row would conflict.
 */
export const createBatchService = (files: FileService) => {
  const changes: Record<BatchAction, ChangeOne> = {
    trash: files.trashItem,
    restore: files.restoreItem,
    delete: files.deletePermanently,
  };
  return {
    changeItems: async (userId: string, { action, itemIds }: Batch): Promise<BatchResult> => {
      const result: BatchResult = { changedIds: [], failures: [] };
      for (const itemId of new Set(itemIds)) {
        await changes[action](userId, itemId).then(
          () => result.changedIds.push(itemId),
          (error: unknown) => result.failures.push(failureOf(error, itemId)),
        );
      }
      return result;
    },
  };
};
