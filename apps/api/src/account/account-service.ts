import type { Me } from '@share-my-files/contract';
import type { Database, Executor } from '#db/database.ts';
import { findAccount, rewriteAccount } from './account-repository.ts';

export type AccountService = ReturnType<typeof createAccountService>;

/**
 * Keeps other transactions that do the same for this user out until the end, as before counting. It is a write, since
 * whoever waits for a row that was only locked goes on with a snapshot from before.
 */
export const lockAccount = (tx: Executor, userId: string): Promise<void> => rewriteAccount(tx, userId);

export const createAccountService = (database: Database) => ({
  readAccount: async (userId: string): Promise<Me> => {
    const account = await findAccount(database.queries, userId);
    if (account === undefined) throw new Error('A signed-in user has no row.');
    return account;
  },
});
