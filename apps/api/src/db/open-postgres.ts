import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate } from 'drizzle-orm/node-postgres/migrator';
import { Pool } from 'pg';
import type { Logger } from 'pino';
import type { Database } from './database.ts';
import { retryTransaction } from './retry-transaction.ts';

/** A pool that gives up early: a request that waits for the database longer than this is lost anyway. */
export const openPostgres = (connectionString: string, logger: Logger) => {
  const pool = new Pool({
    connectionString,
    max: 10,
    connectionTimeoutMillis: 3_000,
    statement_timeout: 5_000,
    query_timeout: 6_000,
    idle_in_transaction_session_timeout: 10_000,
  });
  // Without a listener an idle connection that breaks would end the process.
  pool.on('error', (err) => logger.warn({ err }, 'a database connection broke'));

  const queries = drizzle({ client: pool });
  return {
    queries,
    transaction: (work) => retryTransaction(() => queries.transaction(work)),
    migrate: (migrationsFolder: string) => migrate(queries, { migrationsFolder }),
    close: () => pool.end(),
  } satisfies Database & { migrate: unknown };
};
