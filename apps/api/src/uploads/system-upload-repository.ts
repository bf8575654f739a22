import { and, eq, inArray, isNull, lt, or, sql } from 'drizzle-orm';
import type { Executor, Reader } from '#db/database.ts';
import { items, uploads } from '#db/schema.ts';
import { selectUploads, type UploadRow } from './upload-repository.ts';

// For the sweeper: these read and write the uploads of all users.

const since = (seconds: number) => sql`now() - make_interval(secs => ${seconds})`;

const hasExpired = lt(uploads.expiresAt, sql`now()`);
/** The process that started the upload ended before S3 responded. */
const neverStarted = and(isNull(uploads.multipartUploadId), lt(uploads.stateChangedAt, since(600)));

export const markAbandonedUploads = async (tx: Executor, limit: number): Promise<void> => {
  const abandoned = tx
    .select({ id: uploads.id })
    .from(uploads)
    .where(and(eq(uploads.state, 'open'), or(hasExpired, neverStarted)))
    .limit(limit);
  await tx
    .update(uploads)
    .set({ state: 'aborting', stateChangedAt: sql`now()` })
    .where(and(inArray(uploads.id, abandoned), eq(uploads.state, 'open')));
};

export const listAbortingUploads = (reader: Reader, limit: number): Promise<UploadRow[]> =>
  selectUploads(reader).where(eq(uploads.state, 'aborting')).orderBy(uploads.stateChangedAt).limit(limit);

/** Lists completions older than a minute, whose process may have ended; completing again is idempotent. */
export const listInterruptedCompletions = (reader: Reader, limit: number): Promise<UploadRow[]> =>
  selectUploads(reader)
    .where(and(eq(uploads.state, 'completing'), lt(uploads.stateChangedAt, since(60))))
    .orderBy(uploads.stateChangedAt)
    .limit(limit);

/** Also uploads that are being completed: whichever transition comes first wins. */
export const markUploadsOfOwner = async (tx: Executor, ownerId: string, limit: number): Promise<void> => {
  const isUnfinished = inArray(uploads.state, ['open', 'completing']);
  const unfinished = tx
    .select({ id: uploads.id })
    .from(uploads)
    .innerJoin(items, eq(items.id, uploads.itemId))
    .where(and(eq(items.ownerId, ownerId), isUnfinished))
    .limit(limit);
  await tx
    .update(uploads)
    .set({ state: 'aborting', stateChangedAt: sql`now()` })
    .where(and(inArray(uploads.id, unfinished), isUnfinished));
};
