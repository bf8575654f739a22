import { webPaths } from '@share-my-files/contract';

/** Paths of the pages. */
export const paths = {
  ...webPaths,
  files: '/files',
  trash: '/trash',
  account: '/account',
  confirm: '/confirm',
  resetPassword: '/reset-password',
  goodbye: '/goodbye',
  publicLink: '/s',
} as const;
