import type { DatabaseSync } from 'node:sqlite';
import { StartError } from './start-error.ts';
import { createTransaction } from './transaction.ts';

/** The SQL that turns each version of a database into the next. Released text never changes. */
export type Migrations = {
  statements: readonly string[];
  /** What `user_version` is after the first migration. @default 1 */
  firstVersion?: number;
};

/**
 * Runs the migrations that the database lacks by its `user_version`, all or none of them. Throws `StartError` if a
 * later version of the program has written the database.
 */
export const migrate = (database: DatabaseSync, { statements, firstVersion = 1 }: Migrations): void => {
  const version = Number(database.prepare('PRAGMA user_version').get()?.user_version);
  const done = version === 0 ? 0 : version - firstVersion + 1;
  if (done < 0 || done > statements.length) {
    throw new StartError('The data was written by another version of this program; empty the folder.');
  }
  // A migration may rebuild a table, which must not cascade to the tables that reference it.
  database.exec('PRAGMA foreign_keys = OFF');
  createTransaction(database)(() => {
    for (const statement of statements.slice(done)) database.exec(statement);
    database.exec(`PRAGMA user_version = ${firstVersion + statements.length - 1}`);
  });
  database.exec('PRAGMA foreign_keys = ON');
};
