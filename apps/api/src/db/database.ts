import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';

/** A transaction, which runs any statement. */
export type Executor = PgDatabase<PgQueryResultHKT>;

/** Runs read-only queries: a transaction, or the database itself. */
export type Reader = Pick<Executor, 'select' | 'execute'>;

/** Database with the engine hidden. */
export type Database = {
  /** For single reading statements; inside a transaction use only its executor, because PGlite has one connection. */
  queries: Reader;
  /**
   * For every write. Retries `work` after a conflict, which on Aurora DSQL happens to single statements as well; `work`
   * must have no effects outside the database.
   */
  transaction: <Result>(work: (tx: Executor) => Promise<Result>) => Promise<Result>;
  close: () => Promise<void>;
};

/** Receives each statement's SQL without its parameter values. */
export type WatchStatement = (statement: string) => void;
