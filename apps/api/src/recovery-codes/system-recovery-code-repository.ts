import { and, eq } from 'drizzle-orm';
import type { Executor, Reader } from '#db/database.ts';
import { recoveryCodes } from '#db/schema.ts';
import { endOfAttempt, isRemovalDue, type RecoveryCodeKey } from './recovery-code-repository.ts';

// For the system: it finishes attempts of all users.

export const listDueRemovals = (reader: Reader, limit: number): Promise<RecoveryCodeKey[]> =>
  reader
    .select({ userId: recoveryCodes.userId, codeId: recoveryCodes.id })
    .from(recoveryCodes)
    .where(isRemovalDue)
    .orderBy(recoveryCodes.removalDueAt)
    .limit(limit);

/** Begins another attempt; resolves to `false` if somebody else has begun one. */
export const claimDueRemoval = async (tx: Executor, codeId: string): Promise<boolean> => {
  const claimed = await tx
    .update(recoveryCodes)
    .set({ removalDueAt: endOfAttempt })
    .where(and(eq(recoveryCodes.id, codeId), isRemovalDue))
    .returning({ id: recoveryCodes.id });
  return claimed.length === 1;
};
