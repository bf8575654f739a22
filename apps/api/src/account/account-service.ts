import type { Me } from '@share-my-files/contract';
import type { Database } from '#db/database.ts';
import { findAccount } from './quota-repository.ts';

export { lockAccount } from './quota-repository.ts';

export type AccountService = ReturnType<typeof createAccountService>;

export const createAccountService = (database: Database) => ({
  readAccount: async (userId: string): Promise<Me> => {
    const account = await findAccount(database.queries, userId);
    if (account === undefined) throw new Error('A signed-in user has no row.');
    return account;
  },
});
