import type { StartUpload, Upload } from '@share-my-files/contract';
import { v7 as newId } from 'uuid';
import { reserveQuota } from '#account/quota-service.ts';
import type { Database } from '#db/database.ts';
import { unavailable } from '#errors.ts';
import { addUploadingItem } from '#files/uploading-item-service.ts';
import type { MultipartStorage } from '#storage/multipart-storage.ts';
import { planParts } from './part-plan.ts';
import type { UploadAbort } from './upload-abort-service.ts';
import { insertUpload, recordMultipartUpload } from './upload-repository.ts';

type UploadStartDependencies = {
  database: Database;
  multipart: Pick<MultipartStorage, 'start'>;
  uploadAbort: Pick<UploadAbort, 'leaveToSweeper'>;
  quotaFiles: number;
};

/** Reserves quota, adds the rows, and starts the multipart upload in S3. */
export const createUploadStart =
  ({ database, multipart, uploadAbort, quotaFiles }: UploadStartDependencies) =>
  async (userId: string, { name, sizeBytes, mediaType }: StartUpload): Promise<Upload> => {
    const [id, itemId, objectKey] = [newId(), newId(), `${userId}/${newId()}`];
    const plan = planParts(sizeBytes);
    // The rows come first, so that S3 never holds an upload that the database does not know.
    await database.transaction(async (tx) => {
      await reserveQuota(tx, userId, sizeBytes);
      const item = { id: itemId, ownerId: userId, name, sizeBytes, mediaType, objectKey };
      await addUploadingItem(tx, item, quotaFiles);
      await insertUpload(tx, { id, itemId, ...plan });
    });
    // S3 has just failed: another call would only make the user wait twice.
    const multipartUploadId = await multipart.start(objectKey, mediaType).catch(async (error: unknown) => {
      await uploadAbort.leaveToSweeper(userId, id, ['open']);
      throw error;
    });
    // If this fails, the row has no upload id, and the sweeper aborts it ten minutes later.
    const started = await database.transaction((tx) =>
      recordMultipartUpload(tx, userId, id, multipartUploadId),
    );
    // The sweeper aborts an upload that takes too long to start.
    if (started === undefined) throw unavailable('The file storage');
    const expiresAt = started.expiresAt.toISOString();
    return { id, itemId, state: 'uploading', name, sizeBytes, ...plan, expiresAt };
  };
