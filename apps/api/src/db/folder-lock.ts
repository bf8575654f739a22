import { link, open, readFile, rename, rm } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';

const hasCode = (error: unknown, code: string): boolean =>
  error instanceof Error && 'code' in error && error.code === code;

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return hasCode(error, 'EPERM');
  }
};

const readHolder = async (path: string): Promise<number | undefined> => {
  try {
    return Number(await readFile(path, 'utf8'));
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined;
    throw error;
  }
};

const tryToLock = async (path: string): Promise<boolean> => {
  try {
    const file = await open(path, 'wx');
    await file.writeFile(String(process.pid));
    await file.close();
    return true;
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false;
    throw error;
  }
};

/** Moves the lock of a dead process away; if a living one was faster, it gets its lock back. */
const removeStaleLock = async (path: string, deadPid: number): Promise<void> => {
  const grave = `${path}.${process.pid}`;
  try {
    await rename(path, grave);
    if ((await readHolder(grave)) !== deadPid) await link(grave, path);
  } catch (error) {
    if (!hasCode(error, 'ENOENT') && !hasCode(error, 'EEXIST')) throw error;
  } finally {
    await rm(grave, { force: true });
  }
};

/**
 * Keeps two processes out of one PGlite folder, which would lose data without an error. Waits a little,
 * because `node --watch` starts the next process while the previous one still closes.
 */
export const lockFolder = async (folder: string, waitMilliseconds = 10_000) => {
  const path = `${folder}.lock`;
  const deadline = Date.now() + waitMilliseconds;
  while (!(await tryToLock(path))) {
    const holder = await readHolder(path);
    // A restarted container has the same process number again: then the lock is left over from before.
    if (holder !== undefined && holder > 0 && (holder === process.pid || !isAlive(holder))) {
      await removeStaleLock(path, holder);
    } else if (Date.now() > deadline) {
      throw new Error(`Process ${holder ?? 'unknown'} uses ${folder}. End it, or remove ${path}.`);
    } else {
      await delay(50);
    }
  }
  return () => rm(path, { force: true });
};
