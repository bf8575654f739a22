import type { Role } from '@share-my-files/contract';
import { and, desc, eq, inArray, isNotNull, isNull, ne, or, sql } from 'drizzle-orm';
import type { Executor, Reader } from '#db/database.ts';
import { roleOf, type UserId } from '#db/item-access.ts';
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
      /** Who uploads, also into a folder of somebody else. */
      uploaderId: sql<string>`coalesce(${uploads.uploaderId}, ${items.ownerId})`,
      nameConflict: uploads.nameConflict,
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

type NewUpload = {
  id: string;
  itemId: string;
  uploaderId: string | null;
  nameConflict: 'replace' | null;
  partSizeBytes: number;
  partCount: number;
};

export const insertUpload = async (tx: Executor, upload: NewUpload): Promise<void> => {
  await tx.insert(uploads).values({ ...upload, state: 'open', expiresAt: expiry });
};

const isUnfinished = and(
  inArray(uploads.state, ['open', 'completing']),
  isNotNull(uploads.multipartUploadId),
);

/** Newest first: a UUIDv7 sorts by its creation time. Two queries, because no index serves both at once. */
export const listUnfinishedUploads = async (
  reader: Reader,
  userId: string,
  limit: number,
): Promise<UploadRow[]> => {
  const list = (isWhose: ReturnType<typeof and>) =>
    selectUploads(reader).where(and(isWhose, isUnfinished)).orderBy(desc(uploads.id)).limit(limit);
  const own = await list(and(eq(items.ownerId, userId), isNull(uploads.uploaderId)));
  const inFoldersOfOthers = await list(eq(uploads.uploaderId, userId));
  return [...own, ...inFoldersOfOthers].sort((one, other) => (one.id < other.id ? 1 : -1)).slice(0, limit);
};

const isUploadedBy = (userId: UserId) =>
  or(eq(uploads.uploaderId, userId), and(isNull(uploads.uploaderId), eq(items.ownerId, userId)));

/**
 * Prepares the query that finds an upload. Hides uploads in state `aborting` from their user, and those into a folder
 * of somebody else once the user has none of the roles on it.
 */
export const prepareFindUpload = (reader: Reader, roles: readonly Role[]) => {
  const userId = sql.placeholder('userId');
  const mayAdd = or(eq(items.ownerId, userId), inArray(roleOf(userId), [...roles]));
  const isOwn = and(isUploadedBy(userId), mayAdd);
  const query = selectUploads(reader)
    .where(and(eq(uploads.id, sql.placeholder('uploadId')), isOwn, ne(uploads.state, 'aborting')))
    .prepare('find_upload');

  return async (userId: string, uploadId: string): Promise<UploadRow | undefined> => {
    const [upload] = await query.execute({ userId, uploadId });
    return upload;
  };
};

// Not a subquery of all items of the user, which would read them for one upload.
const isOf = (userId: string) =>
  sql`coalesce(${uploads.uploaderId}, (
    select ${items.ownerId} from ${items} where ${items.id} = ${uploads.itemId}
  )) = ${userId}`;

/** Renews the expiry; resolves to `false` if the upload accepts no more parts. */
export const extendUpload = async (tx: Executor, userId: string, uploadId: string): Promise<boolean> => {
  const extended = await tx
    .update(uploads)
    .set({ expiresAt: expiry })
    .where(and(eq(uploads.id, uploadId), eq(uploads.state, 'open'), isOf(userId)))
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
    .where(and(eq(uploads.id, uploadId), eq(uploads.state, 'open'), isOf(userId)))
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
    .where(and(eq(uploads.id, uploadId), inArray(uploads.state, from), isOf(userId)))
    .returning({ id: uploads.id });
  return changed.length === 1;
};

/** Like `prepareFindUpload`, and includes state `aborting`. */
export const findUploadInAnyState = async (
  reader: Reader,
  userId: string,
  uploadId: string,
): Promise<UploadRow | undefined> => {
  const [upload] = await selectUploads(reader).where(and(eq(uploads.id, uploadId), isUploadedBy(userId)));
  return upload;
};
