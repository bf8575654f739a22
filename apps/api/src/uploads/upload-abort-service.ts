import type { Logger } from 'pino';
import type { Database } from '#db/database.ts';
import { discardUploadingItem } from '#files/uploading-item-service.ts';
import type { ObjectStorage } from '#storage/object-storage.ts';
import type { EraseUploads } from '#storage/upload-eraser.ts';
import { markUploadsOfOwner } from './system-upload-repository.ts';
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
  /** Erases an upload in state `aborting`: parts, object, rows and reserved quota. */
  const finishAbort = async (upload: UploadRow): Promise<void> => {
    await eraseUploads(upload.objectKey);
    await objects.deleteObject(upload.objectKey);
    await database.transaction((tx) => discardUploadingItem(tx, upload.itemId));
  };

  /** Hides the upload without a call to S3; resolves to `false` if it is in none of these states. */
  const leaveToSweeper = (userId: string, uploadId: string, from: UploadState[]): Promise<boolean> =>
    database.transaction((tx) => transitionUpload(tx, userId, uploadId, { from, to: 'aborting' }));

  return {
    finishAbort,
    leaveToSweeper,

    /** Marks up to `limit` uploads of a user for the sweeper. */
    abortAllOf: (userId: string, limit: number): Promise<void> =>
      database.transaction((tx) => markUploadsOfOwner(tx, userId, limit)),

    /** Resolves to `false` if the upload is in none of these states; the sweeper retries an erasure that fails. */
    abort: async (userId: string, uploadId: string, from: UploadState[]): Promise<boolean> => {
      if (!(await leaveToSweeper(userId, uploadId, from))) return false;
      const upload = await findUploadInAnyState(database.queries, userId, uploadId);
      if (upload === undefined) return true;
      await finishAbort(upload).catch((err: unknown) => {
        logger.warn({ err, uploadId }, 'failed to erase an aborted upload');
      });
      return true;
    },
  };
};
