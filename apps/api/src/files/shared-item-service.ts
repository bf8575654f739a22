import type { CheckOwners } from '#account/owner-check-service.ts';
import type { Database } from '#db/database.ts';
import type { Actor } from '#db/item-access.ts';
import { type AccessibleItem, authorize, requireRole } from './access-service.ts';
import { findItem } from './item-repository.ts';
import { listOwnersToCheck } from './system-owner-repository.ts';

type SharedItemsDependencies = { database: Database; checkOwners: CheckOwners };

export type SharedItems = ReturnType<typeof createSharedItems>;

// The list shows the files of all others at once, and asks about the rest with the next requests.
const ownersPerCheck = 10;

/** Notices within a minute that the owner of something shared is disabled. */
export const createSharedItems = ({ database, checkOwners }: SharedItemsDependencies) => {
  /** Resolves to whether a check was due. */
  const checkSharers = async (userId: string, itemId?: string): Promise<boolean> => {
    const shared = { ...(itemId !== undefined && { itemId }), limit: ownersPerCheck };
    const owners = await listOwnersToCheck(database.queries, userId, shared);
    await checkOwners(owners);
    return owners.length > 0;
  };

  return {
    checkSharers,

    /** Like `authorize`, for the beginning of a request. */
    getAllowed: async (actor: Actor, itemId: string): Promise<AccessibleItem> => {
      const { userId } = actor;
      const item = await findItem(database.queries, userId, itemId);
      // A disabled owner gets no further than authentication. Any other role can have changed with the check.
      const isChecked = item?.role !== 'owner' && (await checkSharers(userId, itemId));
      return isChecked ? await authorize(database.queries, actor, itemId) : requireRole(item, actor);
    },
  };
};
