import type { Logger } from 'pino';
import type { Database } from '#db/database.ts';
import {
  listAbortingUploads,
  listInterruptedCompletions,
  markAbandonedUploads,
} from './system-upload-repository.ts';
import type { UploadAbort } from './upload-abort.ts';
import type { UploadCompletion } from './upload-completion.ts';
import type { UploadRow } from './upload-repository.ts';

type UploadSweeperDependencies = {
  database: Database;
  completion: UploadCompletion;
  uploadAbort: UploadAbort;
  logger: Logger;
};

/** Brings to an end what a killed process, an outage of S3 or a closed browser has left behind. */
export const createUploadSweeper =
  ({ database, completion, uploadAbort, logger }: UploadSweeperDependencies) =>
  async (limit: number): Promise<void> => {
    const attempt = async (upload: UploadRow, work: Promise<void>): Promise<void> => {
      await work.catch((err: unknown) => {
        logger.warn({ err, uploadId: upload.id }, 'an interrupted upload is left for later');
      });
    };

    await database.transaction((tx) => markAbandonedUploads(tx, limit));
    for (const upload of await listAbortingUploads(database.queries, limit)) {
      await attempt(upload, uploadAbort.finishAbort(upload));
    }
    for (const upload of await listInterruptedCompletions(database.queries, limit)) {
      const { multipartUploadId } = upload;
      if (multipartUploadId) await attempt(upload, completion.complete({ ...upload, multipartUploadId }));
    }
  };
