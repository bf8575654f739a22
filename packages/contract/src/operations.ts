import { accountOperations } from './account.ts';
import { fileOperations } from './files.ts';
import { folderOperations } from './folders.ts';
import { linkOperations } from './links.ts';
import { recoveryCodeOperations } from './recovery-codes.ts';
import { searchOperations } from './search.ts';
import { sessionOperations } from './sessions.ts';
import { shareOperations } from './shares.ts';
import { uploadOperations } from './uploads.ts';

/** Operations of each feature, by its name. */
export const operationsByFeature = {
  account: accountOperations,
  sessions: sessionOperations,
  'recovery-codes': recoveryCodeOperations,
  files: fileOperations,
  folders: folderOperations,
  uploads: uploadOperations,
  shares: shareOperations,
  links: linkOperations,
  search: searchOperations,
};

/** Every operation below `/api`, by its name. */
export const operations = {
  ...accountOperations,
  ...sessionOperations,
  ...recoveryCodeOperations,
  ...fileOperations,
  ...folderOperations,
  ...uploadOperations,
  ...shareOperations,
  ...linkOperations,
  ...searchOperations,
};
