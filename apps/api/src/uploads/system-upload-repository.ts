import { and, eq, inArray, isNull, lt, or, sql } from 'drizzle-orm';
import type { Executor } from '#db/database.ts';
import { uploads } from '#db/schema.ts';
import { selectUploads, type UploadRow } from './upload-repository.ts';

// For the sweeper alone: these see the uploads of all users.

const since = (seconds: number) => sql`now() - make_interval(secs => ${seconds})`;

const hasExpired = lt(uploads.expiresAt, sql`now()`);
/** The process that was to start the multipart upload has ended. */
const neverStarted = and(isNull(uploads.multipartUploadId), lt(uploads.stateChangedAt, since(600)));

export const markAbandonedUploads = async (executor: Executor, limit: number): Promise<void> => {
  const abandoned = executor
    .select({ id: uploads.id })
    .from(uploads)
    .where(and(eq(uploads.state, 'open'), or(hasExpired, neverStarted)))
    .limit(limit);
  await executor
    .update(uploads)
    .set({ state: 'aborting', stateChangedAt: sql`now()` })
    .where(and(inArray(uploads.id, abandoned), eq(uploads.state, 'open')));
};

export const listAbortingUploads = (executor: Executor, limit: number): Promise<UploadRow[]> =>
  selectUploads(executor).where(eq(uploads.state, 'aborting')).orderBy(uploads.stateChangedAt).limit(limit);

/** A completion that has not ended in a minute may have lost its process; to do it again is harmless. */
export const listInterruptedCompletions = (executor: Executor, limit: number): Promise<UploadRow[]> =>
  selectUploads(executor)
    .where(and(eq(uploads.state, 'completing'), lt(uploads.stateChangedAt, since(60))))
    .orderBy(uploads.stateChangedAt)
    .limit(limit);
