import { maximumFolderDepth, type Role } from '@share-my-files/contract';
import { and, eq, inArray, isNotNull, type Placeholder, type SQL, sql } from 'drizzle-orm';
import type { Reader } from './database.ts';
import { toIsoInstant } from './iso-instant.ts';
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

/**
 * Selects from `places`: the item of a row at depth 0, and the folders that contain it. Its cost is the depth. Names of
 * columns are plain text where a select of one table would otherwise lose the name of the table.
 */
const fromPlaces = (query: SQL): SQL => sql`(
  with recursive places as (
    select ${items.id} as id, ${items.parentId} as parent_id, ${items.trashedAt} as trashed_at, 0 as depth,
      false as is_deleting
    union all
    select folders.id, folders.parent_id, folders.trashed_at, places.depth + 1, folders.state <> 'ready'
    from places inner join ${items} as folders on folders.id = places.parent_id
    where places.depth < ${sql.raw(String(maximumFolderDepth))}
  )
  ${query}
)`;

/**
 * Role of a user on the item of a row, or null: the strongest that the item or a folder around it gives. In the trash
 * only the owner has one. What a folder contains goes with it when it is permanently deleted.
 */
export const roleOf = (userId: UserId): SQL<Role | null> => sql<Role | null>`case
  when ${items.parentId} is null and ${items.ownerId} = ${userId} then 'owner'
  else ${fromPlaces(sql`
    select case
      when bool_or(places.is_deleting) then null
      when ${items.ownerId} = ${userId} then 'owner'
      when bool_or(places.trashed_at is not null) then null
      when count(own.role) = 0 or not ${hasActiveOwner} then null
      when bool_or(own.role = 'editor') then 'editor'
      else 'viewer'
    end
    from places left join ${grants} as own on own.item_id = places.id and own.grantee_id = ${userId}`)}
end`;

/** When the item of a row was moved to the trash, or a folder around it. */
export const trashedSince = sql`coalesce(${items.trashedAt}, case
  when ${items.parentId} is not null then ${fromPlaces(sql`select max(places.trashed_at) from places`)}
end)`.mapWith<(text: string) => string | null>(toIsoInstant);

/** The folder of the item of a row, or null where the user has no role on that folder. */
export const visibleParentOf = (userId: UserId): SQL<string | null> => sql<string | null>`case
  when ${items.parentId} is null or ${items.ownerId} = ${userId} then ${items.parentId}
  when ${fromPlaces(sql`
    select count(*) from places inner join ${grants} as own on own.item_id = places.id
    where own.grantee_id = ${userId} and places.depth > 0`)} > 0 then ${items.parentId}
end`;

/** Limits a statement to items that the user was given a role on, also by a folder around them. */
export const isGrantedTo = (userId: UserId): SQL =>
  sql`${fromPlaces(sql`
  select count(*) from places inner join ${grants} as own on own.item_id = places.id
  where own.grantee_id = ${userId}`)} > 0`;

/** Limits a statement to items outside the trash and outside folders that are being deleted. */
export const isInUse: SQL = sql`${eq(items.state, 'ready')} and ${fromPlaces(sql`
  select bool_and(places.trashed_at is null and not places.is_deleting) from places`)}`;

const isReady = eq(items.state, 'ready');

/** Limits a statement to items on which the user has any role. */
export const isVisibleTo = (userId: UserId) => and(isReady, isNotNull(roleOf(userId)));

/** Limits a statement to items on which the actor has one of the roles. */
export const isAllowedTo = ({ userId, roles }: { userId: UserId; roles: readonly Role[] }) =>
  and(isReady, inArray(roleOf(userId), [...roles]));

/** Selects the ids of those items, to limit a statement on rows that belong to an item. */
export const itemIdsAllowedTo = (reader: Reader, actor: Actor) =>
  reader.select({ id: items.id }).from(items).where(isAllowedTo(actor));
