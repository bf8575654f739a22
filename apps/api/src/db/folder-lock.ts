import { DatabaseSync } from 'node:sqlite';
import { setTimeout as delay } from 'node:timers/promises';

// SQLITE_BUSY: https://www.sqlite.org/rescode.html#busy
const isBusy = (error: unknown): boolean =>
  error instanceof Error && 'errcode' in error && error.errcode === 5;

/** Opens a database that stays empty, for the exclusive lock on it; undefined while another process has that. */
const tryToLock = (path: string): DatabaseSync | undefined => {
  const database = new DatabaseSync(path, { timeout: 0 });
  try {
    database.exec('BEGIN EXCLUSIVE');
    return database;
  } catch (error) {
    database.close();
    if (isBusy(error)) return undefined;
    throw error;
  }
};

/**
 * Keeps two processes out of one PGlite folder, which would lose data without an error. The operating system
 * lifts the lock when the process ends, however it ends. Waits a little, because `node --watch` starts the next
 * process while the previous one still closes.
 */
export const lockFolder = async (folder: string, waitMilliseconds = 10_000): Promise<() => void> => {
  // The file stays: if it were removed, two processes could each lock a file of that name.
  const path = `${folder}.lock.sqlite`;
  const deadline = Date.now() + waitMilliseconds;
  for (;;) {
    const lock = tryToLock(path);
    if (lock !== undefined) return () => lock.close();
    if (Date.now() > deadline) {
      throw new Error(`Another process uses ${folder}. End it; "lsof ${path}" tells which it is.`);
    }
    await delay(50);
  }
};
