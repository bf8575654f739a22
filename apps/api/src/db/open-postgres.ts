import type { DrizzleConfig } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/node-postgres';
import type { PoolConfig } from 'pg';
import type { Logger } from 'pino';
import { databaseLimits } from '#time-limits.ts';
import type { Database, Executor, WatchStatement } from './database.ts';
import { migratePostgres } from './migrate-postgres.ts';
import { retryTransaction } from './retry-transaction.ts';
import { WakingPool } from './waking-pool.ts';

const limits: PoolConfig = {
  max: 10,
  connectionTimeoutMillis: databaseLimits.connectMilliseconds,
  query_timeout: databaseLimits.queryMilliseconds,
};

/** Settings that a PostgreSQL server supports and Aurora DSQL does not. */
export const serverSettings: PoolConfig = {
  statement_timeout: databaseLimits.statementMilliseconds,
  idle_in_transaction_session_timeout: 10_000,
  // The recursive queries of roles look so expensive that PostgreSQL would compile a list for a second, at each request.
  options: '-c jit=off',
};

// A connection that does not answer this in time is closed.
const rollback = { text: 'rollback', query_timeout: 1_000 };

/**
 * Replaces drizzle's own, which after some failures returns a connection with an open transaction to the pool, leaks it
 * if `begin` fails, and throws the error of `rollback` instead of the original one.
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
    // The caller does not wait: on a connection that has just timed out, this times out as well.
    void client.query(rollback).then(
      () => client.release(),
      () => client.release(true),
    );
    throw error;
  }
};

/** Opens a server that speaks the PostgreSQL protocol; connects on first use. */
export const openPostgres = (connection: PoolConfig, logger: Logger, onStatement?: WatchStatement) => {
  const pool = new WakingPool({ ...limits, ...connection });
  // Without listeners a broken connection ends the process: a connection in use emits the error itself, an idle one
  // through the pool.
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
