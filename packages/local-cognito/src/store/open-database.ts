import type { DatabaseSync } from 'node:sqlite';
import { migrate, openDatabase } from '@share-my-files/local-server';
import { readPoolMigrations } from './migrations.ts';

/** Opens the state of a pool for this process alone. Throws `StartError` if it is in use or of a later version. */
export const openPoolDatabase = (dataDirectory: string): DatabaseSync => {
  const database = openDatabase(dataDirectory, 'user-pool.sqlite');
  try {
    migrate(database, readPoolMigrations());
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
};
