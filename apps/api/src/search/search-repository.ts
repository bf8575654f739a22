import { maximumFolderDepth } from '@share-my-files/contract';
import { and, desc, eq, isNull, lt, sql } from 'drizzle-orm';
import type { Reader } from '#db/database.ts';
import { grants, items } from '#db/schema.ts';

type Scan = { before: string | undefined; limit: number };

export type NamedItem = { id: string; name: string };

/** The newest items of the user, also those in a folder that is in the trash. */
const listOwnNames = (reader: Reader, userId: string, { before, limit }: Scan): Promise<NamedItem[]> =>
  reader
    .select({ id: items.id, name: items.name })
    .from(items)
    .where(
      and(
        eq(items.ownerId, userId),
        eq(items.state, 'ready'),
        isNull(items.trashedAt),
        before === undefined ? undefined : lt(items.id, before),
      ),
    )
    .orderBy(desc(items.id))
    .limit(limit);

const sharedId = sql<string>`shared.id`;

/** The newest items of others that are shared with the user, and of those that shared folders contain. */
const listSharedNames = (reader: Reader, userId: string, { before, limit }: Scan): Promise<NamedItem[]> =>
  reader
    .select({ id: sharedId, name: sql<string>`shared.name` })
    .from(
      sql`(
        with recursive below as (
          select ${items.id}, ${items.ownerId}, ${items.name}, 0 as depth
          from ${grants} inner join ${items} on ${items.id} = ${grants.itemId}
          where ${grants.granteeId} = ${userId} and ${items.ownerId} <> ${userId}
            and ${items.state} = 'ready' and ${items.trashedAt} is null
          union
          select inner_items.id, inner_items.owner_id, inner_items.name, below.depth + 1
          from below inner join ${items} as inner_items
            on inner_items.owner_id = below.owner_id and inner_items.parent_id = below.id
          where inner_items.state = 'ready' and inner_items.trashed_at is null
            and below.depth < ${sql.raw(String(maximumFolderDepth))}
        )
        select below.id, min(below.name) as name from below group by below.id
      ) as shared`,
    )
    .where(before === undefined ? undefined : lt(sharedId, before))
    .orderBy(desc(sharedId))
    .limit(limit);

/** Lists the names of the newest items that the user owns or is invited to. */
export const listNames = async (reader: Reader, userId: string, scan: Scan): Promise<NamedItem[]> => {
  const own = await listOwnNames(reader, userId, scan);
  const shared = await listSharedNames(reader, userId, scan);
  return [...own, ...shared].sort((a, b) => (a.id < b.id ? 1 : -1)).slice(0, scan.limit);
};
