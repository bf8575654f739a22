import { and, count, eq, gt, isNull, lte, or, sql } from 'drizzle-orm';
import { v7 as newId } from 'uuid';
import type { Executor, Reader } from '#db/database.ts';
import { recoveryCodes, recoveryFailures } from '#db/schema.ts';

/** A code that is being redeemed. */
export type RecoveryCodeKey = { userId: string; codeId: string };

// Longer than a request lives, so that no two processes remove the authenticator at the same time.
const attemptSeconds = 60;

export const endOfAttempt = sql`now() + make_interval(secs => ${attemptSeconds})`;
export const isRemovalDue = lte(recoveryCodes.removalDueAt, sql`now()`);

export const deleteRecoveryCodes = async (tx: Executor, userId: string): Promise<void> => {
  await tx.delete(recoveryCodes).where(eq(recoveryCodes.userId, userId));
};

export const insertRecoveryCodes = async (tx: Executor, userId: string, hashes: string[]): Promise<void> => {
  await tx.insert(recoveryCodes).values(hashes.map((codeHash) => ({ id: newId(), userId, codeHash })));
};

export const countRecoveryCodes = async (reader: Reader, userId: string) => {
  const [row] = await reader
    .select({
      left: sql`count(*) filter (where ${recoveryCodes.usedAt} is null)`.mapWith(Number),
      createdAt: sql`max(${recoveryCodes.createdAt})`.mapWith(recoveryCodes.createdAt),
    })
    .from(recoveryCodes)
    .where(eq(recoveryCodes.userId, userId));
  return row ?? { left: 0, createdAt: null };
};

/**
 * Marks an unused code as used, or takes over an interrupted attempt with the same code. A single statement, so that of
 * concurrent requests one gets the code; resolves to its id.
 */
export const claimRecoveryCode = async (
  tx: Executor,
  userId: string,
  codeHash: string,
): Promise<string | undefined> => {
  const [claimed] = await tx
    .update(recoveryCodes)
    .set({ usedAt: sql`coalesce(${recoveryCodes.usedAt}, now())`, removalDueAt: endOfAttempt })
    .where(
      and(
        eq(recoveryCodes.userId, userId),
        eq(recoveryCodes.codeHash, codeHash),
        or(isNull(recoveryCodes.usedAt), isRemovalDue),
      ),
    )
    .returning({ id: recoveryCodes.id });
  return claimed?.id;
};

const setRemovalDue = async (
  tx: Executor,
  { userId, codeId }: RecoveryCodeKey,
  removalDueAt: ReturnType<typeof sql> | null,
): Promise<void> => {
  await tx
    .update(recoveryCodes)
    .set({ removalDueAt })
    .where(and(eq(recoveryCodes.id, codeId), eq(recoveryCodes.userId, userId)));
};

/** Ends an attempt that has failed: the next one may begin at once. */
export const makeRemovalDue = (tx: Executor, key: RecoveryCodeKey): Promise<void> =>
  setRemovalDue(tx, key, sql`now()`);

export const completeRemoval = (tx: Executor, key: RecoveryCodeKey): Promise<void> =>
  setRemovalDue(tx, key, null);

const isWithinTheHour = gt(recoveryFailures.failedAt, sql`now() - make_interval(hours => 1)`);

/** Counts the wrong codes of the last hour. */
export const countFailures = async (reader: Reader, userId: string): Promise<number> => {
  const [row] = await reader
    .select({ failures: count() })
    .from(recoveryFailures)
    .where(and(eq(recoveryFailures.userId, userId), isWithinTheHour));
  return row?.failures ?? 0;
};

/** Records a wrong code and deletes those of earlier hours. */
export const recordFailure = async (tx: Executor, userId: string): Promise<void> => {
  await tx
    .delete(recoveryFailures)
    .where(and(eq(recoveryFailures.userId, userId), sql`not ${isWithinTheHour}`));
  await tx.insert(recoveryFailures).values({ id: newId(), userId });
};
