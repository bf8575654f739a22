import { webPaths } from '@share-my-files/contract';

/** Paths of the pages. */
export const paths = {
  ...webPaths,
  files: '/files',
  trash: '/trash',
  confirm: '/confirm',
  publicLink: '/s',
} as const;
