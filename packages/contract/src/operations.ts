import { accountOperations } from './account.ts';
import { fileOperations } from './files.ts';
import { linkOperations } from './links.ts';
import { shareOperations } from './shares.ts';
import { uploadOperations } from './uploads.ts';

/** Every operation below `/api`, by its name: the map that server, client, gateway and documentation read. */
export const operations = {
  ...accountOperations,
  ...fileOperations,
  ...uploadOperations,
  ...shareOperations,
  ...linkOperations,
};
