import { and, eq, inArray, isNotNull, lt, sql } from 'drizzle-orm';
import type { Executor, Reader } from '#db/database.ts';
import { grants, items, recoveryCodes, recoveryFailures, sessions, shareNotices, users } from '#db/schema.ts';

// For the system: these act on users whose deletion has begun, and no request passes an id to them.

export const listDeletingUsers = (reader: Reader, limit: number) =>
  reader
    .select({ id: users.id })
    .from(users)
    .where(isNotNull(users.deletingAt))
    .orderBy(users.deletingAt)
    .limit(limit);

/**
 * Resolves to whether nothing of the user is left but rows that this feature deletes, and requests that began before
 * the deletion have ended: a confirmation by Cognito could otherwise restore the row.
 */
export const isReadyForRemoval = async (reader: Reader, userId: string): Promise<boolean> => {
  const [ready] = await reader
    .select({ id: users.id })
    .from(users)
    .where(
      and(
        eq(users.id, userId),
        lt(users.deletingAt, sql`now() - make_interval(mins => 1)`),
        sql`not exists (select 1 from ${items} where ${items.ownerId} = ${users.id})`,
      ),
    );
  return ready !== undefined;
};

// A transaction of Aurora DSQL changes at most 3,000 rows.
const rowLimit = 1_000;

/** Deletes what others have granted to the user; resolves to `false` if more may remain. */
export const deleteReceivedGrants = async (tx: Executor, userId: string): Promise<boolean> => {
  const received = tx
    .select({ id: grants.id })
    .from(grants)
    .where(eq(grants.granteeId, userId))
    .limit(rowLimit);
  const deleted = await tx.delete(grants).where(inArray(grants.id, received)).returning({ id: grants.id });
  return deleted.length < rowLimit;
};

/** Deletes the user with notices, recovery codes and sessions, of which a user has at most some hundreds. */
export const removeUser = async (tx: Executor, userId: string): Promise<void> => {
  await tx.delete(shareNotices).where(eq(shareNotices.ownerId, userId));
  await tx.delete(recoveryCodes).where(eq(recoveryCodes.userId, userId));
  await tx.delete(recoveryFailures).where(eq(recoveryFailures.userId, userId));
  await tx.delete(sessions).where(eq(sessions.userId, userId));
  await tx.delete(users).where(and(eq(users.id, userId), isNotNull(users.deletingAt)));
};
