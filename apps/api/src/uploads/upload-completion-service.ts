import type { Database, Executor } from '#db/database.ts';
import { AppError } from '#errors.ts';
import { publishItem } from '#files/uploading-item-service.ts';
import type { MultipartStorage, StoredPart } from '#storage/multipart-storage.ts';
import type { ObjectStorage } from '#storage/object-storage.ts';
import { sizeOfPart } from './part-plan.ts';
import type { UploadAbort } from './upload-abort-service.ts';
import { transitionUpload, type UploadRow, type UploadState } from './upload-repository.ts';

type UploadCompletionDependencies = {
  database: Database;
  multipart: Pick<MultipartStorage, 'listParts' | 'complete'>;
  objects: Pick<ObjectStorage, 'findObject'>;
  uploadAbort: Pick<UploadAbort, 'abort'>;
};

export type UploadCompletion = ReturnType<typeof createUploadCompletion>;

const mismatch = () => new AppError('upload_mismatch', 'The stored bytes are not those that were announced.');

const gone = () => new AppError('upload_expired', 'This upload is over. Start it again.');

const assertComplete = (upload: UploadRow, parts: StoredPart[]): void => {
  if (parts.some((part) => part.partNumber > upload.partCount)) throw mismatch();
  if (parts.length < upload.partCount) {
    const missing = upload.partCount - parts.length;
    throw new AppError('upload_incomplete', `${missing} of ${upload.partCount} parts are missing.`);
  }
  if (parts.some((part) => part.sizeBytes !== sizeOfPart(upload, part.partNumber))) throw mismatch();
};

const transition = (tx: Executor, upload: UploadRow, from: UploadState[], to: UploadState) =>
  transitionUpload(tx, upload.ownerId, upload.id, { from, to });

/** Makes a file of an upload. It can be interrupted anywhere, and begun again. */
export const createUploadCompletion = ({
  database,
  multipart,
  objects,
  uploadAbort: { abort },
}: UploadCompletionDependencies) => {
  // Only from the state that was seen: another request may be completing the upload this very moment.
  const giveUp = (upload: UploadRow) => abort(upload.ownerId, upload.id, [upload.state]);

  /** Makes the item ready if S3 has its object; false if there is none. */
  const settle = async (upload: UploadRow): Promise<boolean> => {
    const object = await objects.findObject(upload.objectKey);
    if (object === undefined) return false;
    if (object.sizeBytes !== upload.sizeBytes) {
      await giveUp(upload);
      throw mismatch();
    }
    await database.transaction(async (tx) => {
      if (await transition(tx, upload, ['open', 'completing'], 'completed')) {
        await publishItem(tx, upload.itemId, object.checksum);
      }
    });
    return true;
  };

  const settleOrGiveUp = async (upload: UploadRow): Promise<void> => {
    if (await settle(upload)) return;
    await giveUp(upload);
    throw gone();
  };

  /** Believes S3's own list of the parts, never the browser. */
  const complete = async (upload: UploadRow & { multipartUploadId: string }): Promise<void> => {
    const parts = await multipart.listParts(upload);
    if (parts === undefined) return await settleOrGiveUp(upload);
    assertComplete(upload, parts);
    // Another request has completed or cancelled it meanwhile; which, its state tells.
    const isUnfinished = await database.transaction((tx) =>
      transition(tx, upload, ['open', 'completing'], 'completing'),
    );
    if (!isUnfinished) return;
    if ((await multipart.complete(upload, parts)) === 'refused') {
      await database.transaction((tx) => transition(tx, upload, ['completing'], 'open'));
      throw mismatch();
    }
    await settleOrGiveUp(upload);
  };

  return { complete, settle, settleOrGiveUp };
};
