import type { GrantRole } from '@share-my-files/contract';
import { and, eq, inArray } from 'drizzle-orm';
import type { Executor } from '#db/database.ts';
import { grants, items, users } from '#db/schema.ts';

const selectGrants = (executor: Executor, ownerId: string) =>
  executor
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

export const listGrants = (executor: Executor, ownerId: string, itemId: string): Promise<GrantRow[]> =>
  selectGrants(executor, ownerId).where(eq(grants.itemId, itemId)).orderBy(grants.id);

export const findGrant = async (
  executor: Executor,
  ownerId: string,
  itemId: string,
  email: string,
): Promise<GrantRow | undefined> => {
  const [grant] = await selectGrants(executor, ownerId).where(
    and(eq(grants.itemId, itemId), eq(grants.email, email)),
  );
  return grant;
};

type NewGrant = { id: string; itemId: string; email: string; granteeId: string | null; role: GrantRole };

/** The caller has locked the item as its owner. */
export const insertGrant = async (tx: Executor, grant: NewGrant): Promise<void> => {
  await tx.insert(grants).values(grant);
};

const isOnItemOf = (executor: Executor, ownerId: string) =>
  inArray(grants.itemId, executor.select({ id: items.id }).from(items).where(eq(items.ownerId, ownerId)));

export const updateGrant = async (
  tx: Executor,
  ownerId: string,
  grantId: string,
  change: { granteeId: string | null; role: GrantRole },
): Promise<void> => {
  await tx
    .update(grants)
    .set(change)
    .where(and(eq(grants.id, grantId), isOnItemOf(tx, ownerId)));
};

export const deleteGrant = async (
  executor: Executor,
  ownerId: string,
  itemId: string,
  grantId: string,
): Promise<boolean> => {
  const deleted = await executor
    .delete(grants)
    .where(and(eq(grants.id, grantId), eq(grants.itemId, itemId), isOnItemOf(executor, ownerId)))
    .returning({ id: grants.id });
  return deleted.length === 1;
};
