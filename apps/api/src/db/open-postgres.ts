import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate } from 'drizzle-orm/node-postgres/migrator';
import type { PoolConfig } from 'pg';
import type { Logger } from 'pino';
import type { Database, WatchStatement } from './database.ts';
import { retryTransaction } from './retry-transaction.ts';
import { WakingPool } from './waking-pool.ts';

/** A request that waits for the database longer than this is lost anyway. */
const limits: PoolConfig = { max: 10, connectionTimeoutMillis: 3_000, query_timeout: 6_000 };

/** What only a server of one's own is asked to hold itself to. */
export const serverLimits: PoolConfig = {
  statement_timeout: 5_000,
  idle_in_transaction_session_timeout: 10_000,
};

/** PostgreSQL, or what speaks its protocol. Connects when it is first asked something. */
export const openPostgres = (connection: PoolConfig, logger: Logger, onStatement?: WatchStatement) => {
  const pool = new WakingPool({ ...limits, ...connection });
  // Without a listener an idle connection that breaks would end the process.
  pool.on('error', (err) => logger.warn({ err }, 'a database connection broke'));

  const queries = drizzle({ client: pool, ...(onStatement && { logger: { logQuery: onStatement } }) });
  return {
    queries,
    transaction: (work) => retryTransaction(() => queries.transaction(work)),
    migrate: (migrationsFolder: string) => migrate(queries, { migrationsFolder }),
    close: () => pool.end(),
  } satisfies Database & { migrate: unknown };
};
