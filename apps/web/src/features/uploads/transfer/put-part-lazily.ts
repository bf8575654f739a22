import type { PutPart } from './put-part.ts';
import { StorageError } from './storage-error.ts';

/** Loads the client of the storage with the first part: no page needs it to start. */
export const putPartLazily: PutPart = async (...put) => {
  const { putPart } = await import('./put-part.ts').catch((cause: unknown) => {
    throw new StorageError(undefined, { cause });
  });
  await putPart(...put);
};
