import { and, eq, sql } from 'drizzle-orm';
import type { Executor, Reader } from '#db/database.ts';
import { users } from '#db/schema.ts';

export const findAccount = async (reader: Reader, userId: string) => {
  const [account] = await reader
    .select({
      id: users.id,
      email: users.email,
      name: users.name,
      usedBytes: users.usedBytes,
      reservedBytes: users.reservedBytes,
      quotaBytes: users.quotaBytes,
    })
    .from(users)
    .where(eq(users.id, userId));
  return account;
};

/** One statement, so that of two uploads that fit only alone, one is refused. */
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

/**
 * Keeps other transactions that do the same for this user out until the end, as before counting. It is a write, since
 * whoever waits for a row that was only locked goes on with a snapshot from before.
 */
export const lockAccount = async (tx: Executor, userId: string): Promise<void> => {
  await tx
    .update(users)
    .set({ reservedBytes: sql`${users.reservedBytes}` })
    .where(eq(users.id, userId));
};

/** Adds to what a user uses and has reserved; negative numbers give back. */
export const addBytes = async (
  tx: Executor,
  userId: string,
  change: { used?: number; reserved?: number },
) => {
  await tx
    .update(users)
    .set({
      usedBytes: sql`${users.usedBytes} + ${change.used ?? 0}`,
      reservedBytes: sql`${users.reservedBytes} + ${change.reserved ?? 0}`,
    })
    .where(eq(users.id, userId));
};
