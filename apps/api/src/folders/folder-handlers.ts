import type { folderOperations } from '@share-my-files/contract';
import type { Handlers } from '#http/handlers.ts';
import type { FolderService } from './folder-service.ts';

export const createFolderHandlers = (folders: FolderService): Handlers<typeof folderOperations> => ({
  createFolder: ({ user, body }) => folders.createFolder(user.id, body),
  listFolder: ({ user, params, query }) => folders.listFolder(user.id, params.folderId, query),
  getItemPath: ({ user, params }) => folders.getItemPath(user.id, params.itemId),
  moveItem: ({ user, params, body }) => folders.moveItem(user.id, params.itemId, body),
});
