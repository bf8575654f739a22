import type { accountOperations } from '@share-my-files/contract';
import type { Handlers } from '#http/handlers.ts';
import type { AccountService } from './account-service.ts';

export const createAccountHandlers = (accounts: AccountService): Handlers<typeof accountOperations> => ({
  getMe: ({ user }) => accounts.getMe(user.id),
});
