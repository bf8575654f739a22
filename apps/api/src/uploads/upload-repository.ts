import { and, desc, eq, inArray, isNotNull, ne, sql } from 'drizzle-orm';
import type { Executor, Reader } from '#db/database.ts';
import { items, uploads } from '#db/schema.ts';

export type UploadState = typeof uploads.$inferSelect.state;

// An active browser asks for part URLs every few parts. This renews the expiry, once an hour, since a write takes longer
// than all else that the request needs.
const lifetimeSeconds = 24 * 3600;
const renewalSeconds = 3600;
const expiry = sql`now() + make_interval(secs => ${lifetimeSeconds})`;
const recentExpiry = sql`now() + make_interval(secs => ${lifetimeSeconds - renewalSeconds})`;

export const selectUploads = (reader: Reader) =>
  reader
    .select({
      id: uploads.id,
      itemId: uploads.itemId,
      ownerId: items.ownerId,
      multipartUploadId: uploads.multipartUploadId,
      objectKey: items.objectKey,
      name: items.name,
      sizeBytes: items.sizeBytes,
      partSizeBytes: uploads.partSizeBytes,
      partCount: uploads.partCount,
      state: uploads.state,
      expiresAt: uploads.expiresAt,
      isExpired: sql<boolean>`${uploads.expiresAt} <= now()`,
      isRecentlyRenewed: sql<boolean>`${uploads.expiresAt} > ${recentExpiry}`,
    })
    .from(uploads)
    .innerJoin(items, eq(items.id, uploads.itemId))
    .$dynamic();

export type UploadRow = Awaited<ReturnType<typeof selectUploads>>[number];

type NewUpload = { id: string; itemId: string; partSizeBytes: number; partCount: number };

export const insertUpload = async (tx: Executor, upload: NewUpload): Promise<void> => {
  await tx.insert(uploads).values({ ...upload, state: 'open', expiresAt: expiry });
};

/** Newest first: a UUIDv7 sorts by its creation time. */
export const listUnfinishedUploads = (reader: Reader, userId: string, limit: number): Promise<UploadRow[]> =>
  selectUploads(reader)
    .where(
      and(
        eq(items.ownerId, userId),
        inArray(uploads.state, ['open', 'completing']),
        isNotNull(uploads.multipartUploadId),
      ),
    )
    .orderBy(desc(uploads.id))
    .limit(limit);

/** Prepares the query that finds an upload. Hides uploads in state `aborting` from their user. */
export const prepareFindUpload = (reader: Reader) => {
  const isOwn = eq(items.ownerId, sql.placeholder('userId'));
  const query = selectUploads(reader)
    .where(and(eq(uploads.id, sql.placeholder('uploadId')), isOwn, ne(uploads.state, 'aborting')))
    .prepare('find_upload');

  return async (userId: string, uploadId: string): Promise<UploadRow | undefined> => {
    const [upload] = await query.execute({ userId, uploadId });
    return upload;
  };
};

const isOwnedBy = (reader: Reader, userId: string) =>
  inArray(uploads.itemId, reader.select({ id: items.id }).from(items).where(eq(items.ownerId, userId)));

/** Renews the expiry; resolves to `false` if the upload accepts no more parts. */
export const extendUpload = async (tx: Executor, userId: string, uploadId: string): Promise<boolean> => {
  const extended = await tx
    .update(uploads)
    .set({ expiresAt: expiry })
    .where(and(eq(uploads.id, uploadId), eq(uploads.state, 'open'), isOwnedBy(tx, userId)))
    .returning({ id: uploads.id });
  return extended.length === 1;
};

/** Resolves to `undefined` if the upload was aborted concurrently. */
export const recordMultipartUpload = async (
  tx: Executor,
  userId: string,
  uploadId: string,
  multipartUploadId: string,
): Promise<{ expiresAt: Date } | undefined> => {
  const [recorded] = await tx
    .update(uploads)
    .set({ multipartUploadId })
    .where(and(eq(uploads.id, uploadId), eq(uploads.state, 'open'), isOwnedBy(tx, userId)))
    .returning({ expiresAt: uploads.expiresAt });
  return recorded;
};

/** Resolves to whether this call changed the state: of two concurrent transitions one succeeds. */
export const transitionUpload = async (
  tx: Executor,
  userId: string,
  uploadId: string,
  { from, to }: { from: UploadState[]; to: UploadState },
): Promise<boolean> => {
  const changed = await tx
    .update(uploads)
    .set({ state: to, stateChangedAt: sql`now()` })
    .where(and(eq(uploads.id, uploadId), inArray(uploads.state, from), isOwnedBy(tx, userId)))
    .returning({ id: uploads.id });
  return changed.length === 1;
};

/** Like `prepareFindUpload`, and includes state `aborting`. */
export const findUploadInAnyState = async (
  reader: Reader,
  userId: string,
  uploadId: string,
): Promise<UploadRow | undefined> => {
  const [upload] = await selectUploads(reader).where(
    and(eq(uploads.id, uploadId), eq(items.ownerId, userId)),
  );
  return upload;
};
