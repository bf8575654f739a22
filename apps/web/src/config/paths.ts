import { webPaths } from '@share-my-files/contract';

/** Paths of the pages. */
export const paths = {
  ...webPaths,
  files: '/files',
  folder: '/files/:folderId',
  search: '/search',
  trash: '/trash',
  confirm: '/confirm',
  publicLink: '/s',
} as const;

/** Returns the path of a folder's page. */
export const pathOfFolder = (folderId: string): string => paths.folder.replace(':folderId', folderId);
