import { and, eq, sql } from 'drizzle-orm';
import type { Executor } from '#db/database.ts';
import { users } from '#db/schema.ts';

/** Resolves to whether there was room. A single statement, so that of two uploads that fit only alone one fails. */
export const reserveBytes = async (tx: Executor, userId: string, sizeBytes: number): Promise<boolean> => {
  const reserved = await tx
    .update(users)
    .set({ reservedBytes: sql`${users.reservedBytes} + ${sizeBytes}` })
    .where(
      and(
        eq(users.id, userId),
        sql`${users.usedBytes} + ${users.reservedBytes} + ${sizeBytes} <= ${users.quotaBytes}`,
      ),
    )
    .returning({ id: users.id });
  return reserved.length === 1;
};

/** Adds to the used and reserved bytes, where negative numbers subtract; resolves to whether the user exists. */
export const addBytes = async (
  tx: Executor,
  userId: string,
  change: { used?: number; reserved?: number },
): Promise<boolean> => {
  const changed = await tx
    .update(users)
    .set({
      usedBytes: sql`${users.usedBytes} + ${change.used ?? 0}`,
      reservedBytes: sql`${users.reservedBytes} + ${change.reserved ?? 0}`,
    })
    .where(eq(users.id, userId))
    .returning({ id: users.id });
  return changed.length === 1;
};
