import type { fileOperations } from '@share-my-files/contract';
import type { Handlers } from '#http/handlers.ts';
import type { BatchService } from './batch-service.ts';
import type { FileService } from './file-service.ts';

type Services = { files: FileService; batches: BatchService };

export const createFileHandlers = ({ files, batches }: Services): Handlers<typeof fileOperations> => ({
  listItems: ({ user, query }) => files.listItems(user.id, query),
  getItem: ({ user, params }) => files.getItem(user.id, params.itemId),
  updateItem: ({ user, params, body }) => files.updateItem(user.id, params.itemId, body),
  trashItem: ({ user, params }) => files.trashItem(user.id, params.itemId),
  restoreItem: ({ user, params }) => files.restoreItem(user.id, params.itemId),
  deleteItem: ({ user, params }) => files.deletePermanently(user.id, params.itemId),
  downloadItem: ({ user, params, query }) => files.downloadItem(user.id, params.itemId, query.disposition),
  changeItems: ({ user, body }) => batches.changeItems(user.id, body),
});
