import {
  type Item,
  type ItemAction,
  type Permissions,
  type Role,
  rolesAllowing,
} from '@share-my-files/contract';
import type { Executor, Reader } from '#db/database.ts';
import type { Actor } from '#db/item-access.ts';
import { forbidden, notFound } from '#errors.ts';
import { findItem, type ItemRow, lockItem } from './item-repository.ts';

/** Returns the user with the roles that allow the action. */
export type ActorFor = (userId: string, action: ItemAction) => Actor;

export const createActorFor =
  (permissions: Permissions): ActorFor =>
  (userId, action) => ({ userId, roles: rolesAllowing(action, permissions) });

/** An item on which the user holds `role`. */
export type AccessibleItem = Omit<ItemRow, 'role'> & { role: Role };

/** Returns an item as its response has it. */
export const toItem = ({
  objectKey,
  ownerId,
  folderId,
  isTrashedItself,
  kind,
  ...item
}: AccessibleItem): Item => ({
  ...item,
  kind: kind ?? 'file',
});

/** Throws `not_found` if the user has no role on the item, and `forbidden` if the role is too weak. */
export const requireRole = (item: ItemRow | undefined, { roles }: Actor): AccessibleItem => {
  if (item === undefined || item.role === null) throw notFound();
  if (!roles.includes(item.role)) throw forbidden();
  return { ...item, role: item.role };
};

/** Returns the item; throws `not_found` if the user has no role on it, and `forbidden` if the role is too weak. */
export const authorize = async (reader: Reader, actor: Actor, itemId: string): Promise<AccessibleItem> =>
  requireRole(await findItem(reader, actor.userId, itemId), actor);

/**
 * Locks the item until the transaction ends, and authorizes again, because the role can change while this waits for the
 * lock. The caller has authorized the user before: nobody else may hold the lock.
 */
export const lockAuthorized = async (tx: Executor, actor: Actor, itemId: string): Promise<AccessibleItem> => {
  await lockItem(tx, itemId);
  return await authorize(tx, actor, itemId);
};

/** Like `authorize`, and locks the item until the transaction ends. */
export const authorizeForUpdate = async (
  tx: Executor,
  actor: Actor,
  itemId: string,
): Promise<AccessibleItem> => {
  await authorize(tx, actor, itemId);
  return await lockAuthorized(tx, actor, itemId);
};
