import type { StartUpload, Upload } from '@share-my-files/contract';
import { v7 as newId } from 'uuid';
import { reserveQuota } from '#account/quota-service.ts';
import type { Database, Executor } from '#db/database.ts';
import { forbidden, unavailable } from '#errors.ts';
import type { ActorFor } from '#files/access-service.ts';
import type { SharedItems } from '#files/shared-item-service.ts';
import { addUploadingItem } from '#files/uploading-item-service.ts';
import { type Destination, lockDestination } from '#folders/destination-service.ts';
import { requireFreeName } from '#folders/place-service.ts';
import type { MultipartStorage } from '#storage/multipart-storage.ts';
import { planParts } from './part-plan.ts';
import type { UploadAbort } from './upload-abort-service.ts';
import { insertUpload, recordMultipartUpload } from './upload-repository.ts';

type UploadStartDependencies = {
  database: Database;
  multipart: Pick<MultipartStorage, 'start'>;
  uploadAbort: Pick<UploadAbort, 'leaveToSweeper'>;
  actorFor: ActorFor;
  sharedItems: Pick<SharedItems, 'getAllowed'>;
  quotaFiles: number;
};

type NewIds = { id: string; itemId: string };

/** Reserves quota, adds the rows, and starts the multipart upload in S3. */
export const createUploadStart = (dependencies: UploadStartDependencies) => {
  const { database, multipart, uploadAbort, actorFor, sharedItems, quotaFiles } = dependencies;

  /** Resolves to the owner of the bytes: of the folder, or the user. */
  const findOwner = async (userId: string, { parentId, nameConflict }: StartUpload): Promise<string> => {
    if (parentId === null) return userId;
    const folder = await sharedItems.getAllowed(actorFor(userId, 'updateItem'), parentId);
    const canReplace = actorFor(userId, 'trashItem').roles.includes(folder.role);
    if (nameConflict === 'replace' && !canReplace) throw forbidden();
    return folder.ownerId;
  };

  // At the root, reserving the quota locks the same account.
  const requirePlace = async (tx: Executor, userId: string, input: StartUpload): Promise<void> => {
    const { parentId, name, nameConflict } = input;
    const { ownerId }: Pick<Destination, 'ownerId'> =
      parentId === null
        ? { ownerId: userId }
        : await lockDestination(tx, actorFor(userId, 'updateItem'), parentId);
    await requireFreeName(tx, { ownerId, parentId, name }, nameConflict);
  };

  const insertRows = async (
    tx: Executor,
    userId: string,
    { id, itemId, ownerId, objectKey }: NewIds & { ownerId: string; objectKey: string },
    input: StartUpload,
  ): Promise<void> => {
    const { name, sizeBytes, mediaType, parentId, nameConflict } = input;
    await reserveQuota(tx, ownerId, sizeBytes);
    await requirePlace(tx, userId, input);
    const item = { id: itemId, ownerId, parentId, name, sizeBytes, mediaType, objectKey };
    await addUploadingItem(tx, item, quotaFiles);
    await insertUpload(tx, {
      id,
      itemId,
      uploaderId: ownerId === userId ? null : userId,
      nameConflict: nameConflict === 'replace' ? nameConflict : null,
      ...planParts(sizeBytes),
    });
  };

  return async (userId: string, input: StartUpload): Promise<Upload> => {
    const ownerId = await findOwner(userId, input);
    const { name, sizeBytes, mediaType } = input;
    const [id, itemId, objectKey] = [newId(), newId(), `${ownerId}/${newId()}`];
    // The rows come first, so that S3 never holds an upload that the database does not know.
    await database.transaction((tx) => insertRows(tx, userId, { id, itemId, ownerId, objectKey }, input));
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
    return { id, itemId, state: 'uploading', name, sizeBytes, ...planParts(sizeBytes), expiresAt };
  };
};
