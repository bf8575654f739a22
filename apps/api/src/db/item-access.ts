import type { Role } from '@share-my-files/contract';
import { and, eq, inArray, isNotNull, type SQL, sql } from 'drizzle-orm';
import type { Reader } from './database.ts';
import { grants, items } from './schema.ts';

/**
 * The one question of authorisation, as SQL: which role does this user hold on the item of the row at hand?
 * Null is no role. The trash is seen by nobody but the owner, and of two grants the stronger one counts.
 */
export const roleOf = (userId: string): SQL<Role | null> => sql<Role | null>`case
  when ${items.ownerId} = ${userId} then 'owner'
  when ${items.trashedAt} is null then (
    select case when bool_or(${grants.role} = 'editor') then 'editor' when count(*) > 0 then 'viewer' end
    from ${grants} where ${grants.itemId} = ${items.id} and ${grants.granteeId} = ${userId}
  )
end`;

const isReady = eq(items.state, 'ready');

/** Limits a statement to items that the user may see. */
export const isVisibleTo = (userId: string) => and(isReady, isNotNull(roleOf(userId)));

/** Limits a statement to items on which the user holds one of these roles. */
export const holdsRole = (userId: string, roles: Role[]) => and(isReady, inArray(roleOf(userId), roles));

/** The ids of what the user owns, to limit a statement about something that belongs to an item. */
export const idsOwnedBy = (reader: Reader, userId: string) =>
  reader
    .select({ id: items.id })
    .from(items)
    .where(and(isReady, eq(items.ownerId, userId)));
