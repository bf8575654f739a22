import { maximumFolderDepth, type Role } from '@share-my-files/contract';
import { and, desc, eq, isNull, lt, type SQL, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Executor, Reader } from '#db/database.ts';
import { isoInstant } from '#db/iso-instant.ts';
import { type Actor, isAllowedTo, isVisibleTo, roleOf } from '#db/item-access.ts';
import type { Place } from '#db/place-key.ts';
import { grants, items, users } from '#db/schema.ts';

const userId = sql.placeholder('userId');
const folderId = sql.placeholder('folderId');

// Of the folder, not of each row: the database evaluates it once.
const roleOnFolder = sql`(
  select ${roleOf(userId)} from ${items} where ${items.id} = ${folderId} and ${items.state} = 'ready'
)`;

const children = alias(items, 'children');

const ownGrant = sql`(
  select case when bool_or(${grants.role} = 'editor') then 'editor' end
  from ${grants} where ${grants.itemId} = ${children.id} and ${grants.granteeId} = ${userId}
)`;

const roleOnChild: SQL<Role> = sql<Role>`case
  when ${roleOnFolder} = 'viewer' then coalesce(${ownGrant}, 'viewer') else ${roleOnFolder}
end`;

const childColumns = {
  id: children.id,
  kind: children.kind,
  ownerId: children.ownerId,
  parentId: children.parentId,
  name: children.name,
  mediaType: children.mediaType,
  sizeBytes: children.sizeBytes,
  createdAt: isoInstant(children.createdAt),
  updatedAt: isoInstant(children.updatedAt),
  objectKey: children.objectKey,
};

/** Newest first. The order names the folder as well, for the planner to read it from the index. */
const preparePage = (reader: Reader, isFirst: boolean) =>
  reader
    .select({ ...childColumns, role: roleOnChild, ownerName: users.name })
    .from(children)
    .innerJoin(users, eq(users.id, children.ownerId))
    .where(
      and(
        eq(children.ownerId, sql.placeholder('ownerId')),
        eq(children.parentId, folderId),
        eq(children.state, 'ready'),
        isNull(children.trashedAt),
        sql`${roleOnFolder} is not null`,
        isFirst ? undefined : lt(children.id, sql.placeholder('before')),
      ),
    )
    .orderBy(desc(children.parentId), desc(children.id))
    .limit(sql.placeholder('limit'))
    .prepare(`list_folder_${isFirst ? 'first' : 'next'}`);

type Page = { folderId: string; ownerId: string; before: string | undefined; limit: number };

/** Prepares the pages of a folder, whose owner has been looked up. */
export const prepareListChildren = (reader: Reader) => {
  const [first, next] = [preparePage(reader, true), preparePage(reader, false)];
  return (user: string, { before, ...page }: Page) =>
    before === undefined
      ? first.execute({ userId: user, ...page })
      : next.execute({ userId: user, ...page, before });
};

/** Lists the folders around an item that the user may see, outermost first, and the item. */
export const listPath = (reader: Reader, user: string, itemId: string) => {
  const isTopmost = sql`max(above.depth) filter (where above.owner_id = ${user} or exists (
    select 1 from ${grants} where ${grants.itemId} = above.id and ${grants.granteeId} = ${user}
  )) over ()`;
  return reader
    .select({ id: sql<string>`path.id`, name: sql<string>`path.name` })
    .from(
      sql`(
        with recursive above as (
          select ${items.id}, ${items.ownerId}, ${items.parentId}, ${items.name}, 0 as depth
          from ${items} where ${and(eq(items.id, itemId), isVisibleTo(user))}
          union all
          select folders.id, folders.owner_id, folders.parent_id, folders.name, above.depth + 1
          from above inner join ${items} as folders on folders.id = above.parent_id
          where above.depth < ${sql.raw(String(maximumFolderDepth))}
        )
        select above.id, above.name, above.depth, ${isTopmost} as topmost from above
      ) as path`,
    )
    .where(sql`path.depth <= path.topmost`)
    .orderBy(sql`path.depth desc`);
};

type NewFolder = { id: string; ownerId: string; parentId: string | null; name: string; placeKey: string };

/** Requires that the caller has authorized the user to add to the folder around it. */
export const insertFolder = async (tx: Executor, folder: NewFolder): Promise<void> => {
  await tx.insert(items).values({
    ...folder,
    kind: 'folder',
    state: 'ready',
    mediaType: 'inode/directory',
    sizeBytes: 0,
    objectKey: `folders/${folder.id}`,
  });
};

/** Requires that the caller has authorized the actor to add to the folder of the place. */
export const moveItem = async (
  tx: Executor,
  actor: Actor,
  itemId: string,
  place: Place,
): Promise<boolean> => {
  const moved = await tx
    .update(items)
    .set({ ...place, updatedAt: sql`now()` })
    .where(and(eq(items.id, itemId), isAllowedTo(actor)))
    .returning({ id: items.id });
  return moved.length === 1;
};
