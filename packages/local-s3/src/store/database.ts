import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';

const schema = `
  CREATE TABLE IF NOT EXISTS buckets (
    name TEXT PRIMARY KEY,
    created_at INTEGER NOT NULL,
    cors TEXT
  ) STRICT;

  CREATE TABLE IF NOT EXISTS objects (
    id TEXT PRIMARY KEY,
    bucket TEXT NOT NULL REFERENCES buckets (name),
    key TEXT NOT NULL,
    size INTEGER NOT NULL,
    etag TEXT NOT NULL,
    last_modified INTEGER NOT NULL,
    headers TEXT NOT NULL,
    checksum TEXT,
    UNIQUE (bucket, key)
  ) STRICT;

  CREATE TABLE IF NOT EXISTS uploads (
    id TEXT PRIMARY KEY,
    bucket TEXT NOT NULL REFERENCES buckets (name),
    key TEXT NOT NULL,
    initiated_at INTEGER NOT NULL,
    headers TEXT NOT NULL,
    checksum TEXT
  ) STRICT;
  CREATE INDEX IF NOT EXISTS uploads_by_key ON uploads (bucket, key, id);

  -- The owner is an object or an upload; completing an upload makes an object of the same id.
  CREATE TABLE IF NOT EXISTS parts (
    owner TEXT NOT NULL,
    number INTEGER NOT NULL,
    blob TEXT NOT NULL UNIQUE,
    size INTEGER NOT NULL,
    etag TEXT NOT NULL,
    last_modified INTEGER NOT NULL,
    checksum TEXT,
    PRIMARY KEY (owner, number)
  ) STRICT, WITHOUT ROWID;
`;

const lockWaitMilliseconds = 1000;

/** The folder belongs to another running process. */
export class DataDirectoryInUse extends Error {
  constructor(dataDirectory: string, options: ErrorOptions) {
    super(`The folder ${dataDirectory} is in use by another process.`, options);
  }
}

/** A SQLite database with an all-or-nothing `transaction`. */
export type Database = {
  sqlite: DatabaseSync;
  transaction<T>(work: () => T): T;
};

// SQLITE_BUSY: https://www.sqlite.org/rescode.html#busy
const isBusy = (error: unknown) => error instanceof Error && Reflect.get(error, 'errcode') === 5;

/**
 * Opens `objects.db` in the folder and keeps SQLite's exclusive lock on it for the life of the process,
 * so that two processes never share a folder; the operating system lifts the lock of one that was killed.
 * Throws `DataDirectoryInUse`.
 */
export const openDatabase = (dataDirectory: string): Database => {
  mkdirSync(dataDirectory, { recursive: true, mode: 0o700 });
  const sqlite = new DatabaseSync(path.join(dataDirectory, 'objects.db'), { timeout: lockWaitMilliseconds });
  try {
    sqlite.exec('PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;');
    sqlite.exec(`BEGIN EXCLUSIVE; ${schema} COMMIT;`);
  } catch (error) {
    sqlite.close();
    throw isBusy(error) ? new DataDirectoryInUse(dataDirectory, { cause: error }) : error;
  }
  return {
    sqlite,
    transaction: (work) => {
      sqlite.exec('BEGIN IMMEDIATE');
      try {
        const result = work();
        sqlite.exec('COMMIT');
        return result;
      } catch (error) {
        sqlite.exec('ROLLBACK');
        throw error;
      }
    },
  };
};
