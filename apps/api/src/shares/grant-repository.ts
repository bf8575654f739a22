import type { GrantRole } from '@share-my-files/contract';
import { and, eq, inArray } from 'drizzle-orm';
import type { Executor, Reader } from '#db/database.ts';
import { idsOwnedBy } from '#db/item-access.ts';
import { grants, items, users } from '#db/schema.ts';

const selectGrants = (reader: Reader, ownerId: string) =>
  reader
    .select({
      id: grants.id,
      email: grants.email,
      granteeId: grants.granteeId,
      name: users.name,
      role: grants.role,
      createdAt: grants.createdAt,
    })
    .from(grants)
    .innerJoin(items, and(eq(items.id, grants.itemId), eq(items.ownerId, ownerId)))
    .leftJoin(users, eq(users.id, grants.granteeId))
    .$dynamic();

export type GrantRow = Awaited<ReturnType<typeof selectGrants>>[number];

export const listGrants = (reader: Reader, ownerId: string, itemId: string): Promise<GrantRow[]> =>
  selectGrants(reader, ownerId).where(eq(grants.itemId, itemId)).orderBy(grants.id);

export const findGrant = async (
  reader: Reader,
  ownerId: string,
  itemId: string,
  email: string,
): Promise<GrantRow | undefined> => {
  const [grant] = await selectGrants(reader, ownerId).where(
    and(eq(grants.itemId, itemId), eq(grants.email, email)),
  );
  return grant;
};

type NewGrant = { id: string; itemId: string; email: string; granteeId: string | null; role: GrantRole };

/** Gives the role, also to who has another one. The caller has locked the item as its owner. */
export const upsertGrant = async (tx: Executor, grant: NewGrant): Promise<void> => {
  const { role, granteeId } = grant;
  await tx
    .insert(grants)
    .values(grant)
    .onConflictDoUpdate({
      target: [grants.itemId, grants.email],
      set: { role, ...(granteeId !== null && { granteeId }) },
    });
};

export const deleteGrant = async (
  tx: Executor,
  ownerId: string,
  itemId: string,
  grantId: string,
): Promise<boolean> => {
  const deleted = await tx
    .delete(grants)
    .where(
      and(eq(grants.id, grantId), eq(grants.itemId, itemId), inArray(grants.itemId, idsOwnedBy(tx, ownerId))),
    )
    .returning({ id: grants.id });
  return deleted.length === 1;
};
