import { sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Database } from '#db/database.ts';

const countSchema = z.object({ rows: z.array(z.object({ count: z.coerce.number() })) });

/**
 * Counts the rows that PGlite's only session has read in tables and indexes, including those that a condition then
 * dropped: PostgreSQL's own counters, which cover every statement with its real parameters.
 */
export const countRowsRead = async ({ queries }: Database): Promise<number> => {
  await queries.execute(sql`select pg_stat_force_next_flush()`);
  const result = await queries.execute(sql`select
    (select sum(seq_tup_read) from pg_stat_user_tables) +
    (select sum(idx_tup_read) from pg_stat_user_indexes) as count`);
  return countSchema.parse(result).rows[0]?.count ?? 0;
};
