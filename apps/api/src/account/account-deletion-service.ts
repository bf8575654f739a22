import type { DeletionPreview } from '@share-my-files/contract';
import type { Logger } from 'pino';
import type { UserPool } from '#auth/user-pool.ts';
import type { Database } from '#db/database.ts';
import { unauthenticated } from '#errors.ts';
import { beginDeletion, countDeletion } from './account-repository.ts';
import {
  deleteReceivedGrants,
  isReadyForRemoval,
  listDeletingUsers,
  removeUser,
} from './system-account-deletion-repository.ts';

type AccountDeletionDependencies = {
  database: Database;
  userPool: Pick<UserPool, 'deleteUser'>;
  /** Marks files and uploads of a user for deletion, up to a limit. */
  deleteContent: (userId: string, limit: number) => Promise<void>;
  /** Idempotent. */
  deletePicture: (userId: string) => Promise<void>;
  logger: Logger;
};

export type AccountDeletion = ReturnType<typeof createAccountDeletion>;

/** Deletes accounts in steps that can be interrupted anywhere and repeated; the row of the user goes last. */
export const createAccountDeletion = (dependencies: AccountDeletionDependencies) => {
  const { database, userPool, deleteContent, deletePicture, logger } = dependencies;

  const finish = async (userId: string, limit: number): Promise<void> => {
    await deleteContent(userId, limit);
    let isComplete = false;
    while (!isComplete) isComplete = await database.transaction((tx) => deleteReceivedGrants(tx, userId));
    if (!(await isReadyForRemoval(database.queries, userId))) return;
    await userPool.deleteUser(userId);
    // After the user: from then on Cognito issues no credentials that could store a picture again.
    await deletePicture(userId);
    await database.transaction((tx) => removeUser(tx, userId));
  };

  return {
    preview: (userId: string): Promise<DeletionPreview> => countDeletion(database.queries, userId),

    /** Ends the user's sessions, links and shares; the sweeper does the rest. Idempotent. */
    begin: async (userId: string): Promise<void> => {
      if (!(await database.transaction((tx) => beginDeletion(tx, userId)))) throw unauthenticated();
    },

    /** Continues up to `limit` deletions until the signal aborts; resolves to the number of failures. */
    continueDeletions: async (limit: number, signal?: AbortSignal): Promise<number> => {
      let failures = 0;
      for (const { id } of await listDeletingUsers(database.queries, limit)) {
        if (signal?.aborted) break;
        await finish(id, limit).catch((err: unknown) => {
          failures += 1;
          logger.warn({ err, userId: id }, 'failed to continue the deletion of an account');
        });
      }
      return failures;
    },
  };
};
