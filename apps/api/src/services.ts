import { type Permissions, profilePictureKey } from '@share-my-files/contract';
import type { Logger } from 'pino';
import { type AccountDeletion, createAccountDeletion } from '#account/account-deletion-service.ts';
import { createAccountExport } from '#account/account-export-service.ts';
import { createAccountService } from '#account/account-service.ts';
import { createOwnerCheck } from '#account/owner-check-service.ts';
import type { UserPool } from '#auth/user-pool.ts';
import type { Database } from '#db/database.ts';
import { createActorFor } from '#files/access-service.ts';
import { createBatchService } from '#files/batch-service.ts';
import { createDeletion } from '#files/deletion-service.ts';
import { createFileService, type FileService } from '#files/file-service.ts';
import { createSharedItems } from '#files/shared-item-service.ts';
import { createFolderService } from '#folders/folder-service.ts';
import { placeOldItems } from '#folders/place-service.ts';
import { createLinkService } from '#links/link-service.ts';
import type { SendMail } from '#mail/mailer.ts';
import { createRecoveryCodeService } from '#recovery-codes/recovery-code-service.ts';
import { createRecoveryMails } from '#recovery-codes/recovery-mail-service.ts';
import { createRecoveryService, type RecoveryService } from '#recovery-codes/recovery-service.ts';
import { createSearchService } from '#search/search-service.ts';
import { createSessionConfirmation } from '#sessions/session-confirmation.ts';
import { createSessionService, type SessionService } from '#sessions/session-service.ts';
import { createShareNotices } from '#shares/share-mail-service.ts';
import { claimInvitations, createShareService } from '#shares/share-service.ts';
import { createMultipartStorage } from '#storage/multipart-storage.ts';
import { createObjectStorage } from '#storage/object-storage.ts';
import { createPartSigner } from '#storage/part-signer.ts';
import type { Bucket } from '#storage/s3.ts';
import { createUploadEraser } from '#storage/upload-eraser.ts';
import { createUploadAbort } from '#uploads/upload-abort-service.ts';
import { createUploadCompletion } from '#uploads/upload-completion-service.ts';
import { createUploadService } from '#uploads/upload-service.ts';
import { createUploadStart } from '#uploads/upload-start-service.ts';
import { createUploadSweeper } from '#uploads/upload-sweep-service.ts';

// Per kind; the next sweep continues.
const sweepLimit = 100;

type ServiceDependencies = {
  database: Database;
  bucket: Bucket;
  /** Pictures, which browsers store by the identity pool, if there is one. */
  profileBucket: Bucket | undefined;
  signingKeys: { isLoaded: () => boolean };
  userPool: UserPool;
  sendMail: SendMail;
  permissions: Permissions;
  logger: Logger;
  publicOrigin: string;
  quotaBytes: number;
  quotaFiles: number;
  completionWaitMilliseconds: number;
  now: () => number;
};

export type Services = ReturnType<typeof createServices>;

type Sweepers = Pick<ServiceDependencies, 'database'> & {
  sessions: SessionService;
  deletion: AccountDeletion;
  recovery: RecoveryService;
  files: FileService;
  sweepUploads: (limit: number, signal?: AbortSignal) => Promise<number>;
};

/** Finishes interrupted uploads and deletions until the signal aborts; throws if any of them failed. */
const createSweep =
  ({ database, sessions, deletion, recovery, files, sweepUploads }: Sweepers) =>
  async (signal?: AbortSignal): Promise<void> => {
    await sessions.deleteOldSessions(sweepLimit);
    await placeOldItems(database, sweepLimit);
    let failures = await deletion.continueDeletions(sweepLimit, signal);
    failures += await recovery.continueRemovals(sweepLimit, signal);
    failures += await sweepUploads(sweepLimit, signal);
    failures += await files.finishDeletions(sweepLimit, signal);
    if (failures > 0) throw new Error(`Failed to finish ${failures} uploads and deletions.`);
  };

/** Composes the features; the only place where they meet. */
export const createServices = (dependencies: ServiceDependencies) => {
  const { database, bucket, profileBucket, logger } = dependencies;
  const actorFor = createActorFor(dependencies.permissions);
  const objects = createObjectStorage(bucket);
  const pictures = profileBucket && createObjectStorage(profileBucket);
  const multipart = createMultipartStorage(bucket);
  const eraseUploads = createUploadEraser(bucket);
  const uploadAbort = createUploadAbort({ database, eraseUploads, objects, logger });
  const completion = createUploadCompletion({ database, multipart, objects, eraseUploads, uploadAbort });
  const accounts = createAccountService({ ...dependencies, onVerifiedEmail: claimInvitations });
  const sessions = createSessionService(dependencies);
  const recoveryMails = createRecoveryMails(dependencies);
  const recoveryCodes = createRecoveryCodeService({ database, accounts, mails: recoveryMails });
  const recovery = createRecoveryService({ ...dependencies, accounts, sessions, mails: recoveryMails });
  const checkOwners = createOwnerCheck(dependencies);
  const sharedItems = createSharedItems({ database, checkOwners });
  const itemDeletion = createDeletion({ database, objects, logger });
  const files = createFileService({ ...dependencies, objects, actorFor, sharedItems, itemDeletion });
  const folders = createFolderService({ ...dependencies, actorFor, sharedItems });
  const links = createLinkService({ database, objects, actorFor, checkOwners });
  const notices = createShareNotices(dependencies);
  const shares = createShareService({ database, actorFor, accounts, notices });
  const deletion = createAccountDeletion({
    ...dependencies,
    deleteContent: async (userId, limit) => {
      await uploadAbort.abortAllOf(userId, limit);
      await files.deleteAllOf(userId, limit);
    },
    deletePicture: async (userId) => pictures?.deleteObject(profilePictureKey(userId)),
  });
  const uploads = createUploadService({
    ...dependencies,
    multipart,
    completion,
    uploadAbort,
    startUpload: createUploadStart({ ...dependencies, multipart, uploadAbort, actorFor, sharedItems }),
    signPartUrls: createPartSigner(bucket),
  });
  const sweepUploads = createUploadSweeper({ database, completion, uploadAbort, logger });

  return {
    accounts,
    confirmSession: createSessionConfirmation({ ...dependencies, accounts }),
    sessions,
    recoveryCodes,
    recovery,
    deletion,
    exporter: createAccountExport({ database, sessions, recoveryCodes, files, uploads, shares, links }),
    files,
    batches: createBatchService(files),
    folders,
    links,
    search: createSearchService({ database, files }),
    shares,
    uploads,

    readinessChecks: {
      database: () => database.queries.execute('select 1'),
      storage: objects.check,
      signingKeys: async () => {
        if (!dependencies.signingKeys.isLoaded()) throw new Error('The signing keys are not loaded yet.');
      },
    },
    sweep: createSweep({ database, sessions, deletion, recovery, files, sweepUploads }),
  };
};
