import type { Logger } from 'pino';
import type { UserPool } from '#auth/user-pool.ts';
import type { Database } from '#db/database.ts';
import { beginStatusCheck, saveStatus } from './system-user-status-repository.ts';

type OwnerCheckDependencies = {
  database: Database;
  userPool: Pick<UserPool, 'isEnabled'>;
  logger: Logger;
};

/** Saves whether owners are enabled at Cognito, at most once in a while for each; never throws for an outage. */
export type CheckOwners = (userIds: readonly string[]) => Promise<void>;

/** Creates the check before somebody else uses an owner's link or share. */
export const createOwnerCheck = ({ database, userPool, logger }: OwnerCheckDependencies): CheckOwners => {
  const check = async (userId: string): Promise<void> => {
    if (!(await database.transaction((tx) => beginStatusCheck(tx, userId)))) return;
    try {
      const isEnabled = await userPool.isEnabled(userId);
      await database.transaction((tx) => saveStatus(tx, userId, isEnabled));
    } catch (err) {
      // What is known goes on, until the next check.
      logger.warn({ err, userId }, 'failed to check whether the owner of a file is disabled');
    }
  };

  return async (userIds) => {
    await Promise.all(userIds.map(check));
  };
};
