import type { Logger } from 'pino';
import type { Database } from '#db/database.ts';
import { discardUploadingItem } from '#files/uploading-item-service.ts';
import type { ObjectStorage } from '#storage/object-storage.ts';
import type { EraseUploads } from '#storage/upload-eraser.ts';
import {
  findUploadInAnyState,
  transitionUpload,
  type UploadRow,
  type UploadState,
} from './upload-repository.ts';

type UploadAbortDependencies = {
  database: Database;
  eraseUploads: EraseUploads;
  objects: Pick<ObjectStorage, 'deleteObject'>;
  logger: Logger;
};

export type UploadAbort = ReturnType<typeof createUploadAbort>;

export const createUploadAbort = ({ database, eraseUploads, objects, logger }: UploadAbortDependencies) => {
  /** Ends an upload in state `aborting`: no part, no object, no row and no reserved byte is left. */
  const finishAbort = async (upload: UploadRow): Promise<void> => {
    await eraseUploads(upload.objectKey);
    await objects.deleteObject(upload.objectKey);
    await database.transaction((tx) => discardUploadingItem(tx, upload.itemId));
  };

  return {
    finishAbort,

    /** False if the upload is in none of these states; once marked, the sweeper does what fails here. */
    abort: async (userId: string, uploadId: string, from: UploadState[]): Promise<boolean> => {
      const transition = { from, to: 'aborting' } as const;
      if (!(await database.transaction((tx) => transitionUpload(tx, userId, uploadId, transition))))
        return false;
      const upload = await findUploadInAnyState(database.queries, userId, uploadId);
      if (upload === undefined) return true;
      await finishAbort(upload).catch((err: unknown) => {
        logger.warn({ err, uploadId }, 'an aborted upload is left for later');
      });
      return true;
    },
  };
};
