import type { Role } from '@share-my-files/contract';
import { and, eq, inArray, isNotNull, type Placeholder, type SQL, sql } from 'drizzle-orm';
import type { Reader } from './database.ts';
import { grants, items, users } from './schema.ts';

/** A user, and the roles that allow what the user is doing. */
export type Actor = { userId: string; roles: readonly Role[] };

/** The id of a user, or its place in a prepared statement. */
export type UserId = string | Placeholder;

// The items of a user who is deleting the account are deleted one after another, but are invisible at once.
export const hasActiveOwner = sql`not exists (
  select 1 from ${users} as owners
  where owners.id = ${items.ownerId} and (owners.deleting_at is not null or owners.disabled_at is not null)
)`;

/** Role of a user on the item of a row, or null. In the trash only the owner has one; the stronger of two grants counts. */
export const roleOf = (userId: UserId): SQL<Role | null> => sql<Role | null>`case
  when ${items.ownerId} = ${userId} then 'owner'
  when ${items.trashedAt} is null then (
    select case when bool_or(${grants.role} = 'editor') then 'editor' when count(*) > 0 then 'viewer' end
    from ${grants} where ${grants.itemId} = ${items.id} and ${grants.granteeId} = ${userId} and ${hasActiveOwner}
  )
end`;

const isReady = eq(items.state, 'ready');

/** Limits a statement to items on which the user has any role. */
export const isVisibleTo = (userId: UserId) => and(isReady, isNotNull(roleOf(userId)));

/** Limits a statement to items on which the actor has one of the roles. */
export const isAllowedTo = ({ userId, roles }: { userId: UserId; roles: readonly Role[] }) =>
  and(isReady, inArray(roleOf(userId), [...roles]));

/** Selects the ids of those items, to limit a statement on rows that belong to an item. */
export const itemIdsAllowedTo = (reader: Reader, actor: Actor) =>
  reader.select({ id: items.id }).from(items).where(isAllowedTo(actor));
