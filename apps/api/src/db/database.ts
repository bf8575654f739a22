import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';

/** A transaction, which runs statements of every kind. */
export type Executor = PgDatabase<PgQueryResultHKT>;

/** What a query that only reads needs: a transaction, or the database itself. */
export type Reader = Pick<Executor, 'select' | 'execute'>;

/** The database as services see it, whichever engine is behind it. */
export type Database = {
  /** For single statements that read; inside a transaction use only its own executor (PGlite has one connection). */
  queries: Reader;
  /**
   * For everything that writes. Runs `work` again when it lost a race, which on Aurora DSQL a single statement can,
   * too; so `work` must touch nothing but the database.
   */
  transaction: <Result>(work: (tx: Executor) => Promise<Result>) => Promise<Result>;
  close: () => Promise<void>;
};

/** Is told the text of a statement; the values come apart from it, as parameters. */
export type WatchStatement = (statement: string) => void;
