import type { DatabaseSync } from 'node:sqlite';
import { createTransaction, openDatabase, StartError } from '@share-my-files/local-server';
import { readMigrations } from './migrations.ts';

// Version 1 was never released.
const FIRST_VERSION = 2;

/**
 * Migrates the database to the newest version. Throws `StartError` if a later version of this program wrote
 * it.
 */
export const migrate = (database: DatabaseSync): void => {
  const migrations = readMigrations();
  const version = Number(database.prepare('PRAGMA user_version').get()?.user_version);
  const done = version === 0 ? 0 : version - FIRST_VERSION + 1;
  if (done < 0 || done > migrations.length)
    throw new StartError('The data was written by another version; empty the folder.');
  // A table is rebuilt and renamed, which must not cascade.
  database.exec('PRAGMA foreign_keys = OFF');
  createTransaction(database)(() => {
    for (const migration of migrations.slice(done)) database.exec(migration);
    database.exec(`PRAGMA user_version = ${FIRST_VERSION + migrations.length - 1}`);
  });
  database.exec('PRAGMA foreign_keys = ON');
};

/**
 * Opens the state of a pool for this process alone. Throws `StartError` if another process has the folder
 * open.
 */
export const openPoolDatabase = (dataDirectory: string): DatabaseSync => {
  const database = openDatabase(dataDirectory, 'user-pool.sqlite');
  try {
    migrate(database);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
};
