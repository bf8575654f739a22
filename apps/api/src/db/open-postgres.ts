import type { DrizzleConfig } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/node-postgres';
import type { PoolConfig } from 'pg';
import type { Logger } from 'pino';
import type { Database, Executor, WatchStatement } from './database.ts';
import { migratePostgres } from './migrate-postgres.ts';
import { retryTransaction } from './retry-transaction.ts';
import { WakingPool } from './waking-pool.ts';

/** A request that waits for the database longer than this is lost anyway. */
const limits: PoolConfig = { max: 10, connectionTimeoutMillis: 3_000, query_timeout: 6_000 };

/** What only a server of one's own is asked to hold itself to. */
export const serverLimits: PoolConfig = {
  statement_timeout: 5_000,
  idle_in_transaction_session_timeout: 10_000,
};

// A connection that does not answer even this has more important trouble than the transaction.
const rollback = { text: 'rollback', query_timeout: 1_000 };

/**
 * As drizzle's own, but for failures: that one would give a connection back with its transaction still open, for the
 * next request to commit, or not at all when `begin` failed; and it would tell the failure of `rollback` instead.
 */
const runTransaction = async <Result>(
  pool: WakingPool,
  config: DrizzleConfig,
  work: (tx: Executor) => Promise<Result>,
): Promise<Result> => {
  const client = await pool.connect();
  try {
    await client.query('begin');
    const result = await work(drizzle({ client, ...config }));
    await client.query('commit');
    client.release();
    return result;
  } catch (error) {
    await client.query(rollback).then(
      () => client.release(),
      () => client.release(true),
    );
    throw error;
  }
};

/** PostgreSQL, or what speaks its protocol. Connects when it is first asked something. */
export const openPostgres = (connection: PoolConfig, logger: Logger, onStatement?: WatchStatement) => {
  const pool = new WakingPool({ ...limits, ...connection });
  // Without a listener a connection that breaks would end the process: while it is in use it tells of that itself,
  // at rest the pool does, too.
  pool.on('connect', (client) => {
    client.on('error', (err) => logger.warn({ err }, 'a database connection broke'));
  });
  pool.on('error', () => undefined);

  const config = onStatement === undefined ? {} : { logger: { logQuery: onStatement } };
  const queries = drizzle({ client: pool, ...config });
  return {
    queries,
    transaction: (work) => retryTransaction(() => runTransaction(pool, config, work)),
    migrate: (migrationsFolder: string) => migratePostgres(connection, migrationsFolder),
    close: () => pool.end(),
  } satisfies Database & { migrate: unknown };
};
