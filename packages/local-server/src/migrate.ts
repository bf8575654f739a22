import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { StartError } from './start-error.ts';
import { createTransaction } from './transaction.ts';

/** The SQL that leads to a version of a database from the version before it. */
export type Migration = { version: number; sql: string };

/** Reads the migrations in a folder, such as `2-add-tags.sql`, oldest first. A released file never changes. */
export const readMigrations = (folder: string): Migration[] =>
  readdirSync(folder)
    .map((file) => ({ version: Number.parseInt(file, 10), sql: readFileSync(join(folder, file), 'utf8') }))
    .sort((a, b) => a.version - b.version);

/**
 * Runs the migrations that the database lacks by its `user_version`, all or none of them. Throws `StartError` if
 * another version of the program has written the database.
 */
export const migrate = (database: DatabaseSync, migrations: readonly Migration[]): void => {
  const current = Number(database.prepare('PRAGMA user_version').get()?.user_version);
  if (current !== 0 && !migrations.some(({ version }) => version === current)) {
    throw new StartError('The data was written by another version of this program; empty the folder.');
  }
  // A migration may rebuild a table, which must not cascade to the tables that reference it.
  database.exec('PRAGMA foreign_keys = OFF');
  createTransaction(database)(() => {
    for (const { version, sql } of migrations.filter(({ version }) => version > current)) {
      database.exec(sql);
      database.exec(`PRAGMA user_version = ${version}`);
    }
  });
  database.exec('PRAGMA foreign_keys = ON');
};
