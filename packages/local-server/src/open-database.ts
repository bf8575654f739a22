import { closeSync, mkdirSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { StartError } from './start-error.ts';

// `node --watch` starts the next process while the previous one is still closing.
const lockWaitMilliseconds = 1000;

// SQLITE_BUSY: https://www.sqlite.org/rescode.html#busy
const isBusy = (error: unknown): boolean =>
  error instanceof Error && 'errcode' in error && error.errcode === 5;

/**
 * Opens `fileName` in the data folder for this process alone, readable only by its owner. Every commit is on disk
 * before it returns. Throws `StartError` if another process has the database open.
 */
export const openDatabase = (dataDirectory: string, fileName: string): DatabaseSync => {
  mkdirSync(dataDirectory, { recursive: true, mode: 0o700 });
  const file = join(dataDirectory, fileName);
  // SQLite creates its journal files with the mode of the database file.
  closeSync(openSync(file, 'a', 0o600));
  const database = new DatabaseSync(file, { timeout: lockWaitMilliseconds });
  try {
    // The operating system releases this lock when the process ends, even by SIGKILL.
    database.exec('PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;');
    database.exec('BEGIN EXCLUSIVE; COMMIT');
    return database;
  } catch (error) {
    database.close();
    if (!isBusy(error)) throw error;
    throw new StartError(`The folder ${dataDirectory} is in use by another process.`, { cause: error });
  }
};
