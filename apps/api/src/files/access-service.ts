import type { Role } from '@share-my-files/contract';
import type { Executor, Reader } from '#db/database.ts';
import { forbidden, notFound } from '#errors.ts';
import { findItem, findItemForUpdate, type ItemRow } from './item-repository.ts';

/** An item together with the role that was just found to allow something on it. */
export type AccessibleItem = Omit<ItemRow, 'role'> & { role: Role };

const strengths: Record<Role, number> = { viewer: 1, editor: 2, owner: 3 };

const check = (item: ItemRow | undefined, minimum: Role): AccessibleItem => {
  if (item === undefined || item.role === null) throw notFound();
  if (strengths[item.role] < strengths[minimum]) throw forbidden();
  return { ...item, role: item.role };
};

/** The item if the user holds at least this role; `not_found` if it is invisible, else `forbidden`. */
export const requireRole = async (
  reader: Reader,
  userId: string,
  itemId: string,
  minimum: Role,
): Promise<AccessibleItem> => check(await findItem(reader, userId, itemId), minimum);

/** As `requireRole`, for a transaction that acts on the answer: the item stays as it is until the end. */
export const requireRoleForUpdate = async (
  tx: Executor,
  userId: string,
  itemId: string,
  minimum: Role,
): Promise<AccessibleItem> => check(await findItemForUpdate(tx, userId, itemId), minimum);
