import type { Database, Executor } from '#db/database.ts';
import { AppError } from '#errors.ts';
import { publishItem } from '#files/uploading-item-service.ts';
import type { MultipartStorage, StoredPart } from '#storage/multipart-storage.ts';
import type { ObjectStorage } from '#storage/object-storage.ts';
import type { EraseUploads } from '#storage/upload-eraser.ts';
import { sizeOfPart } from './part-plan.ts';
import type { UploadAbort } from './upload-abort-service.ts';
import { transitionUpload, type UploadRow, type UploadState } from './upload-repository.ts';

type UploadCompletionDependencies = {
  database: Database;
  multipart: Pick<MultipartStorage, 'listParts' | 'complete'>;
  objects: Pick<ObjectStorage, 'findObject'>;
  eraseUploads: EraseUploads;
  uploadAbort: Pick<UploadAbort, 'abort'>;
};

export type UploadCompletion = ReturnType<typeof createUploadCompletion>;

const mismatch = () =>
  new AppError('upload_mismatch', 'The stored file differs from the announced one. Upload it again.');

const gone = () => new AppError('upload_expired', 'This upload has ended. Start it again.');

const assertComplete = (upload: UploadRow, parts: StoredPart[]): void => {
  if (parts.some((part) => part.partNumber > upload.partCount)) throw mismatch();
  if (parts.length < upload.partCount) {
    const missing = upload.partCount - parts.length;
    throw new AppError('upload_incomplete', `${missing} of ${upload.partCount} parts are missing.`);
  }
  if (parts.some((part) => part.sizeBytes !== sizeOfPart(upload, part.partNumber))) throw mismatch();
};

const transition = (tx: Executor, upload: UploadRow, from: UploadState[], to: UploadState) =>
  transitionUpload(tx, upload.uploaderId, upload.id, { from, to });

/** Turns an upload into a file; can be interrupted anywhere and repeated. */
export const createUploadCompletion = ({
  database,
  multipart,
  objects,
  eraseUploads,
  uploadAbort: { abort },
}: UploadCompletionDependencies) => {
  // Only from the state that was read, because another request may be completing the upload.
  const abortUpload = (upload: UploadRow) => abort(upload.uploaderId, upload.id, [upload.state]);

  /** Publishes the item; resolves to `false` if S3 has no object for it. */
  const settle = async (upload: UploadRow): Promise<boolean> => {
    const object = await objects.findObject(upload.objectKey);
    if (object === undefined) return false;
    if (object.sizeBytes !== upload.sizeBytes) {
      await abortUpload(upload);
      throw mismatch();
    }
    // A start whose response was lost and that was retried leaves a second multipart upload.
    await eraseUploads(upload.objectKey);
    await database.transaction(async (tx) => {
      if (await transition(tx, upload, ['open', 'completing'], 'completed')) {
        const { itemId, nameConflict } = upload;
        await publishItem(tx, {
          itemId,
          checksum: object.checksum,
          nameConflict: nameConflict ?? 'keepBoth',
        });
      }
    });
    return true;
  };

  const settleOrAbort = async (upload: UploadRow): Promise<void> => {
    if (await settle(upload)) return;
    await abortUpload(upload);
    throw gone();
  };

  /** Verifies the parts that S3 lists, not those that the browser reports. */
  const complete = async (upload: UploadRow & { multipartUploadId: string }): Promise<void> => {
    const parts = await multipart.listParts(upload);
    if (parts === undefined) return await settleOrAbort(upload);
    assertComplete(upload, parts);
    // Completed or canceled concurrently: the caller reads which.
    const isUnfinished = await database.transaction((tx) =>
      transition(tx, upload, ['open', 'completing'], 'completing'),
    );
    if (!isUnfinished) return;
    if ((await multipart.complete(upload, parts)) === 'refused') {
      await database.transaction((tx) => transition(tx, upload, ['completing'], 'open'));
      throw mismatch();
    }
    await settleOrAbort(upload);
  };

  return { complete, settle, settleOrAbort };
};
