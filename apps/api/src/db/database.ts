import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';

/** What runs a statement: the database itself or one transaction. */
export type Executor = PgDatabase<PgQueryResultHKT>;

/** The database as services see it, whichever engine is behind it. */
export type Database = {
  /** For single statements; inside a transaction use only its own executor (PGlite has one connection). */
  queries: Executor;
  /** Runs `work` again when it lost a race, so `work` must touch nothing but the database. */
  transaction: <Result>(work: (tx: Executor) => Promise<Result>) => Promise<Result>;
  close: () => Promise<void>;
};

/** Is told the text of a statement; the values come apart from it, as parameters. */
export type WatchStatement = (statement: string) => void;
