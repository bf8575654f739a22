import { maximumFolderDepth } from '@share-my-files/contract';
import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Executor, Reader } from '#db/database.ts';
import { items } from '#db/schema.ts';

// For the system: these act on folders that the same transaction has authorized, or that are being deleted.

const depthLimit = sql.raw(String(maximumFolderDepth));

type FolderAbove = { id: string; ownerId: string; isTrashed: boolean; isReady: boolean };

/** Lists a folder and those that contain it, innermost first. */
export const listFoldersAbove = (reader: Reader, folderId: string): Promise<FolderAbove[]> =>
  reader
    .select({
      id: sql<string>`folders.id`,
      ownerId: sql<string>`folders.owner_id`,
      isTrashed: sql<boolean>`folders.trashed_at is not null`,
      isReady: sql<boolean>`folders.state = 'ready'`,
    })
    .from(
      sql`(
        with recursive above as (
          select id, owner_id, parent_id, trashed_at, state, 1 as depth from ${items} where id = ${folderId}
          union all
          select outer_items.id, outer_items.owner_id, outer_items.parent_id, outer_items.trashed_at,
            outer_items.state, above.depth + 1
          from above inner join ${items} as outer_items on outer_items.id = above.parent_id
          where above.depth <= ${depthLimit}
        )
        select * from above
      ) as folders`,
    )
    .orderBy(sql`folders.depth`);

/** Resolves to how many folders are in one another below a folder, counting the folder itself. */
export const measureHeight = async (
  reader: Reader,
  { ownerId, id }: { ownerId: string; id: string },
): Promise<number> => {
  const [measured] = await reader.select({ height: sql`max(folders.depth)`.mapWith(Number) }).from(
    sql`(
        with recursive below as (
          select ${id}::uuid as id, 1 as depth
          union all
          select inner_items.id, below.depth + 1
          from below inner join ${items} as inner_items
            on inner_items.owner_id = ${ownerId} and inner_items.parent_id = below.id
          where inner_items.kind = 'folder' and below.depth <= ${depthLimit}
        )
        select * from below
      ) as folders`,
  );
  return measured?.height ?? 1;
};

type Folder = { id: string; ownerId: string };

const isIn = ({ id, ownerId }: Folder) => and(eq(items.ownerId, ownerId), eq(items.parentId, id));

/** Marks up to `limit` items in a folder for deletion; resolves to those that are marked. */
export const markChildrenDeleting = async (tx: Executor, folder: Folder, limit: number) => {
  const isReady = and(isIn(folder), eq(items.state, 'ready'));
  const ready = tx.select({ id: items.id }).from(items).where(isReady).limit(limit);
  await tx
    .update(items)
    .set({ state: 'deleting', placeKey: sql`${items.id}::text`, updatedAt: sql`now()` })
    .where(and(inArray(items.id, ready), isReady));
  return await tx
    .select({ id: items.id, kind: items.kind, ownerId: items.ownerId, objectKey: items.objectKey })
    .from(items)
    .where(and(isIn(folder), eq(items.state, 'deleting')))
    .limit(limit);
};

/** Puts an item at the end of the sweeper's list. */
export const postponeDeletion = async (tx: Executor, itemId: string): Promise<void> => {
  await tx.update(items).set({ updatedAt: sql`now()` }).where(eq(items.id, itemId));
};
