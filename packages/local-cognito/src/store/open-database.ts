import { closeSync, mkdirSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { readMigrations } from './migrations.ts';
import { createTransaction } from './transaction.ts';

// The first version that was ever used had the number 2.
const FIRST_VERSION = 2;

const isBusy = (error: unknown): boolean => error instanceof Error && error.message.includes('is locked');

const takeLock = (database: DatabaseSync, dataDirectory: string): void => {
  // The operating system drops this lock when the process ends, however it ends.
  database.exec('PRAGMA locking_mode = EXCLUSIVE');
  try {
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; BEGIN EXCLUSIVE; COMMIT');
  } catch (error) {
    database.close();
    if (!isBusy(error)) throw error;
    throw new Error(`The data folder ${dataDirectory} is in use by another process.`, { cause: error });
  }
};

/** Brings the tables to the newest version; throws when a later version of this program has written them. */
export const migrate = (database: DatabaseSync): void => {
  const migrations = readMigrations();
  const version = Number(database.prepare('PRAGMA user_version').get()?.user_version);
  const done = version === 0 ? 0 : version - FIRST_VERSION + 1;
  if (done < 0 || done > migrations.length)
    throw new Error('The data was written by another version; empty the folder.');
  // Tables are made anew and renamed, which must not cascade.
  database.exec('PRAGMA foreign_keys = OFF');
  createTransaction(database)(() => {
    for (const migration of migrations.slice(done)) database.exec(migration);
    database.exec(`PRAGMA user_version = ${FIRST_VERSION + migrations.length - 1}`);
  });
  database.exec('PRAGMA foreign_keys = ON');
};

/**
 * Opens the pool's state for this process alone, readable by its owner alone. Every commit is flushed to
 * disk before it returns. Throws when another process has the folder open.
 */
export const openDatabase = (dataDirectory: string): DatabaseSync => {
  mkdirSync(dataDirectory, { recursive: true, mode: 0o700 });
  const file = join(dataDirectory, 'user-pool.sqlite');
  // SQLite gives its journal files the mode of the database file.
  closeSync(openSync(file, 'a', 0o600));
  const database = new DatabaseSync(file, { timeout: 0 });
  takeLock(database, dataDirectory);
  try {
    migrate(database);
  } catch (error) {
    database.close();
    throw error;
  }
  return database;
};
