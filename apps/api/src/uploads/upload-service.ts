import {
  maximumPageSize,
  type Permissions,
  rolesAllowing,
  type SignedParts,
  type SignParts,
  type Upload,
  type UploadList,
  type UploadStatus,
} from '@share-my-files/contract';
import pTimeout from 'p-timeout';
import type { Logger } from 'pino';
import type { Database } from '#db/database.ts';
import { AppError, conflict, invalidRequest, notFound } from '#errors.ts';
import type { MultipartStorage } from '#storage/multipart-storage.ts';
import type { SignParts as SignPartUrls } from '#storage/part-signer.ts';
import { sizeOfPart } from './part-plan.ts';
import type { UploadAbort } from './upload-abort-service.ts';
import type { UploadCompletion } from './upload-completion-service.ts';
import {
  extendUpload,
  listUnfinishedUploads,
  prepareFindUpload,
  type UploadRow,
} from './upload-repository.ts';
import type { createUploadStart } from './upload-start-service.ts';

type UploadServiceDependencies = {
  database: Database;
  multipart: Pick<MultipartStorage, 'listParts'>;
  permissions: Permissions;
  startUpload: ReturnType<typeof createUploadStart>;
  signPartUrls: SignPartUrls;
  completion: UploadCompletion;
  uploadAbort: Pick<UploadAbort, 'abort'>;
  logger: Logger;
  /** How long a request waits for S3 to assemble the parts; API Gateway times out after 29 seconds. */
  completionWaitMilliseconds: number;
};

type StartedUpload = UploadRow & { multipartUploadId: string };

export type UploadService = ReturnType<typeof createUploadService>;

const isStarted = (upload: UploadRow | undefined): upload is StartedUpload =>
  upload?.multipartUploadId != null;

const publicStates = { open: 'uploading', completing: 'completing', completed: 'ready' } as const;

const toUpload = (upload: UploadRow): Upload => {
  if (upload.state === 'aborting') throw notFound();
  return {
    id: upload.id,
    itemId: upload.itemId,
    state: publicStates[upload.state],
    name: upload.name,
    sizeBytes: upload.sizeBytes,
    partSizeBytes: upload.partSizeBytes,
    partCount: upload.partCount,
    expiresAt: upload.expiresAt.toISOString(),
  };
};

export const createUploadService = (dependencies: UploadServiceDependencies) => {
  const {
    database,
    multipart,
    startUpload,
    signPartUrls,
    completion,
    uploadAbort,
    logger,
    completionWaitMilliseconds,
  } = dependencies;

  const findUpload = prepareFindUpload(
    database.queries,
    rolesAllowing('updateItem', dependencies.permissions),
  );

  const requireUpload = async (userId: string, uploadId: string): Promise<StartedUpload> => {
    const upload = await findUpload(userId, uploadId);
    if (!isStarted(upload)) throw notFound();
    if (upload.state === 'open' && upload.isExpired) {
      throw new AppError('upload_expired', 'This upload has expired. Start it again.');
    }
    return upload;
  };

  const finish = async (upload: StartedUpload): Promise<void> => {
    const finished = completion.complete(upload);
    // It continues after the response, when no caller receives its error.
    finished.catch((err: unknown) => {
      logger.warn({ err, uploadId: upload.id }, 'failed to complete an upload');
    });
    await pTimeout(finished, { milliseconds: completionWaitMilliseconds, fallback: () => undefined });
  };

  return {
    startUpload,

    listUploads: async (userId: string): Promise<UploadList> => {
      const unfinished = await listUnfinishedUploads(database.queries, userId, maximumPageSize);
      return { uploads: unfinished.map(toUpload) };
    },

    signParts: async (userId: string, uploadId: string, { parts }: SignParts): Promise<SignedParts> => {
      const upload = await requireUpload(userId, uploadId);
      const errors = parts.flatMap(({ partNumber }, index) =>
        partNumber > upload.partCount
          ? [{ path: `parts.${index}.partNumber`, message: `This upload has ${upload.partCount} parts.` }]
          : [],
      );
      if (errors.length > 0) throw invalidRequest(errors);
      const isOpen = upload.isRecentlyRenewed
        ? upload.state === 'open'
        : await database.transaction((tx) => extendUpload(tx, userId, uploadId));
      if (!isOpen) throw conflict('This upload accepts no more parts.');
      const sized = parts.map((part) => ({ ...part, sizeBytes: sizeOfPart(upload, part.partNumber) }));
      return await signPartUrls(upload, sized);
    },

    getUpload: async (userId: string, uploadId: string): Promise<UploadStatus> => {
      const upload = await requireUpload(userId, uploadId);
      if (upload.state === 'completing') await completion.settle(upload);
      const parts = upload.state === 'open' ? await multipart.listParts(upload) : [];
      if (parts === undefined) await completion.settleOrAbort(upload);
      const storedParts = (parts ?? []).map(({ etag, ...part }) => part);
      return { ...toUpload(await requireUpload(userId, uploadId)), storedParts };
    },

    /** Idempotent; `completing` means that S3 is still assembling the parts. */
    completeUpload: async (userId: string, uploadId: string): Promise<Upload> => {
      const upload = await requireUpload(userId, uploadId);
      if (upload.state !== 'completed') await finish(upload);
      return toUpload(await requireUpload(userId, uploadId));
    },

    cancelUpload: async (userId: string, uploadId: string): Promise<void> => {
      if (await uploadAbort.abort(userId, uploadId, ['open', 'aborting'])) return;
      const { state } = await requireUpload(userId, uploadId);
      throw conflict(`This upload is ${state === 'completed' ? 'complete' : 'being completed'}.`);
    },
  };
};
