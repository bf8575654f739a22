import type { accountOperations } from '@share-my-files/contract';
import type { Handlers } from '#http/handlers.ts';
import type { AccountDeletion } from './account-deletion-service.ts';
import type { AccountExporter } from './account-export-service.ts';
import type { AccountService } from './account-service.ts';

type AccountServices = {
  accounts: AccountService;
  deletion: AccountDeletion;
  exporter: AccountExporter;
};

export const createAccountHandlers = ({
  accounts,
  deletion,
  exporter,
}: AccountServices): Handlers<typeof accountOperations> => ({
  getMe: ({ user }) => accounts.getMe(user.id),
  previewDeletion: ({ user }) => deletion.preview(user.id),
  deleteAccount: ({ user }) => deletion.begin(user.id),
  exportAccount: ({ user }) => exporter.exportAccount(user),
  exportFiles: ({ user, query }) => exporter.exportFiles(user.id, query.cursor),
});
