import { DatabaseSync } from 'node:sqlite';
import { setTimeout as delay } from 'node:timers/promises';

// SQLITE_BUSY: https://www.sqlite.org/rescode.html#busy
const isBusy = (error: unknown): boolean =>
  error instanceof Error && 'errcode' in error && error.errcode === 5;

/** Opens an empty database for the exclusive lock on it; returns `undefined` while another process holds the lock. */
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
 * Locks a PGlite folder, because two processes in one folder lose data without an error. The operating system releases
 * the lock when the process ends. Waits, because `node --watch` starts a process before the previous one has closed.
 */
export const lockFolder = async (folder: string, waitMilliseconds = 10_000): Promise<() => void> => {
  // The file stays: if it were removed, two processes could each lock a file of the same name.
  const path = `${folder}.lock.sqlite`;
  const deadline = Date.now() + waitMilliseconds;
  for (;;) {
    const lock = tryToLock(path);
    if (lock !== undefined) return () => lock.close();
    if (Date.now() > deadline) {
      throw new Error(`Another process uses ${folder}. Stop it; "lsof ${path}" shows its process id.`);
    }
    await delay(50);
  }
};
