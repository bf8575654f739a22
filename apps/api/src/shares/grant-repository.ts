import type { GrantRole } from '@share-my-files/contract';
import { and, eq, inArray } from 'drizzle-orm';
import type { Executor, Reader } from '#db/database.ts';
import { type Actor, isAllowedTo, itemIdsAllowedTo } from '#db/item-access.ts';
import { grants, items, users } from '#db/schema.ts';

const selectGrants = (reader: Reader, actor: Actor) =>
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
    .innerJoin(items, and(eq(items.id, grants.itemId), isAllowedTo(actor)))
    .leftJoin(users, eq(users.id, grants.granteeId))
    .$dynamic();

export type GrantRow = Awaited<ReturnType<typeof selectGrants>>[number];

export const listGrants = (reader: Reader, actor: Actor, itemId: string): Promise<GrantRow[]> =>
  selectGrants(reader, actor).where(eq(grants.itemId, itemId)).orderBy(grants.id);

export const findGrant = async (
  reader: Reader,
  actor: Actor,
  itemId: string,
  email: string,
): Promise<GrantRow | undefined> => {
  const [grant] = await selectGrants(reader, actor).where(
    and(eq(grants.itemId, itemId), eq(grants.email, email)),
  );
  return grant;
};

type NewGrant = { id: string; itemId: string; email: string; granteeId: string | null; role: GrantRole };

/** Grants the role, or replaces the role of an existing grant. Requires that the caller has authorized and locked the item. */
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
  actor: Actor,
  itemId: string,
  grantId: string,
): Promise<boolean> => {
  const deleted = await tx
    .delete(grants)
    .where(
      and(
        eq(grants.id, grantId),
        eq(grants.itemId, itemId),
        inArray(grants.itemId, itemIdsAllowedTo(tx, actor)),
      ),
    )
    .returning({ id: grants.id });
  return deleted.length === 1;
};
