import { inArray, lt, sql } from 'drizzle-orm';
import type { Executor, Reader } from '#db/database.ts';
import { sessions } from '#db/schema.ts';

// For the system: these read the clock, and delete sessions of all users.

/** Reads the database's clock with the precision of its columns. */
export const readTime = async (reader: Reader): Promise<Date> => {
  const [row] = await reader
    .select({ time: sql<string>`extract(epoch from now()::timestamptz(3)) * 1000` })
    .from(sql`(values (1)) as one`);
  return new Date(Math.round(Number(row?.time)));
};

// An access token lives at most a day. A session that returns with a refreshed token is confirmed again.
const isOver = lt(sessions.confirmedAt, sql`now() - make_interval(days => 1)`);

export const deleteOldSessions = async (tx: Executor, limit: number): Promise<void> => {
  const old = tx.select({ id: sessions.id }).from(sessions).where(isOver).limit(limit);
  await tx.delete(sessions).where(inArray(sessions.id, old));
};
