import type { accountOperations } from '@share-my-files/contract';
import type { Handlers } from '#http/handlers.ts';
import type { AccountService } from './account-service.ts';
import type { UserService } from './user-service.ts';

export const createAccountHandlers = (
  accounts: AccountService,
  users: Pick<UserService, 'signOutEverywhere'>,
): Handlers<typeof accountOperations> => ({
  getMe: ({ user }) => accounts.readAccount(user.id),
  signOutEverywhere: ({ user }) => users.signOutEverywhere(user.id, user.accessToken),
});
