import { and, eq, sql } from 'drizzle-orm';
import type { Executor } from '#db/database.ts';
import { isStatusCheckDue } from '#db/owner-status.ts';
import { users } from '#db/schema.ts';

// For the system: these act on the owners of items that somebody else opens.

/** Resolves to whether the caller asks Cognito: of concurrent calls in all processes one does. */
export const beginStatusCheck = async (tx: Executor, userId: string): Promise<boolean> => {
  const begun = await tx
    .update(users)
    .set({ statusCheckedAt: sql`now()` })
    .where(and(eq(users.id, userId), isStatusCheckDue))
    .returning({ id: users.id });
  return begun.length === 1;
};

/** Keeps the time at which a disabled user was first noticed. */
export const saveStatus = async (tx: Executor, userId: string, isEnabled: boolean): Promise<void> => {
  const disabledAt = isEnabled ? null : sql`coalesce(${users.disabledAt}, now())`;
  await tx.update(users).set({ disabledAt }).where(eq(users.id, userId));
};
