import type { StartUpload as StartUploadRequest } from '@share-my-files/contract';
import { v7 as newId } from 'uuid';
import type { Database } from '#db/database.ts';
import { unavailable } from '#errors.ts';
import { addUploadingItem } from '#files/uploading-item-service.ts';
import type { MultipartStorage } from '#storage/multipart-storage.ts';
import { planParts } from './part-plan.ts';
import type { UploadAbort } from './upload-abort-service.ts';
import { insertUpload, noteMultipartUpload } from './upload-repository.ts';

type UploadStartDependencies = {
  database: Database;
  multipart: Pick<MultipartStorage, 'start'>;
  uploadAbort: Pick<UploadAbort, 'abort'>;
  quotaFiles: number;
};

/** Reserves the space and begins; resolves to the upload's id. */
export type StartUpload = (userId: string, request: StartUploadRequest) => Promise<string>;

export const createUploadStart = ({
  database,
  multipart,
  uploadAbort,
  quotaFiles,
}: UploadStartDependencies): StartUpload => {
  const startInStorage = async (userId: string, uploadId: string, objectKey: string, mediaType: string) => {
    const multipartUploadId = await multipart.start(objectKey, mediaType);
    // The sweeper may have taken an upload that was this slow to start for one whose process has ended.
    const isNoted = await database.transaction((tx) =>
      noteMultipartUpload(tx, userId, uploadId, multipartUploadId),
    );
    if (!isNoted) throw unavailable('The file storage');
  };

  return async (userId, { name, sizeBytes, mediaType }) => {
    const [uploadId, itemId, objectKey] = [newId(), newId(), `${userId}/${newId()}`];
    // The rows come first, so that S3 never holds an upload that nobody knows of.
    await database.transaction(async (tx) => {
      const item = { id: itemId, ownerId: userId, name, sizeBytes, mediaType, objectKey };
      await addUploadingItem(tx, item, quotaFiles);
      await insertUpload(tx, { id: uploadId, itemId, ...planParts(sizeBytes) });
    });
    try {
      await startInStorage(userId, uploadId, objectKey, mediaType);
    } catch (error) {
      await uploadAbort.abort(userId, uploadId, ['open']);
      throw error;
    }
    return uploadId;
  };
};
