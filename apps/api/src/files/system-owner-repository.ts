import { and, eq } from 'drizzle-orm';
import type { Reader } from '#db/database.ts';
import { isGrantedTo } from '#db/item-access.ts';
import { isStatusCheckDue } from '#db/owner-status.ts';
import { grants, items, users } from '#db/schema.ts';

// For the system: it returns owners also of items that are hidden because their owner was disabled.

/** Lists owners who share the item, or any item, with the user, and about whom Cognito has to be asked again. */
export const listOwnersToCheck = async (
  reader: Reader,
  granteeId: string,
  { itemId, limit }: { itemId?: string; limit: number },
): Promise<string[]> => {
  const owners =
    itemId === undefined
      ? await reader
          .select({ id: users.id })
          .from(grants)
          .innerJoin(items, eq(items.id, grants.itemId))
          .innerJoin(users, eq(users.id, items.ownerId))
          .where(and(eq(grants.granteeId, granteeId), isStatusCheckDue))
          .groupBy(users.id)
          .limit(limit)
      : await reader
          .select({ id: users.id })
          .from(items)
          .innerJoin(users, eq(users.id, items.ownerId))
          .where(and(eq(items.id, itemId), isStatusCheckDue, isGrantedTo(granteeId)));
  return owners.map(({ id }) => id);
};
