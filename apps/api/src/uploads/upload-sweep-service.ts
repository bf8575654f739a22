import type { Logger } from 'pino';
import type { Database } from '#db/database.ts';
import {
  listAbortingUploads,
  listInterruptedCompletions,
  markAbandonedUploads,
} from './system-upload-repository.ts';
import type { UploadAbort } from './upload-abort-service.ts';
import type { UploadCompletion } from './upload-completion-service.ts';
import type { UploadRow } from './upload-repository.ts';

type UploadSweeperDependencies = {
  database: Database;
  completion: UploadCompletion;
  uploadAbort: UploadAbort;
  logger: Logger;
};

/** Finishes uploads that a killed process, an outage of S3 or a closed browser has interrupted. */
export const createUploadSweeper = ({
  database,
  completion,
  uploadAbort,
  logger,
}: UploadSweeperDependencies) => {
  const complete = async (upload: UploadRow): Promise<void> => {
    const { multipartUploadId } = upload;
    if (multipartUploadId === null) return;
    try {
      await completion.complete({ ...upload, multipartUploadId });
    } catch (error) {
      if (!upload.isExpired) throw error;
      // Past its expiry: release the reserved quota.
      await uploadAbort.abort(upload.uploaderId, upload.id, ['completing']);
    }
  };

  /** Sweeps up to `limit` uploads per kind until the signal aborts; resolves to the number of failures. */
  return async (limit: number, signal?: AbortSignal): Promise<number> => {
    let failures = 0;
    const attempt = async (
      upload: UploadRow,
      finish: (upload: UploadRow) => Promise<void>,
    ): Promise<void> => {
      if (signal?.aborted) return;
      await finish(upload).catch((err: unknown) => {
        failures += 1;
        logger.warn({ err, uploadId: upload.id }, 'failed to finish an interrupted upload');
      });
    };

    await database.transaction((tx) => markAbandonedUploads(tx, limit));
    for (const upload of await listAbortingUploads(database.queries, limit)) {
      await attempt(upload, uploadAbort.finishAbort);
    }
    for (const upload of await listInterruptedCompletions(database.queries, limit)) {
      await attempt(upload, complete);
    }
    return failures;
  };
};
