import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { lockFolder } from '../../apps/api/src/db/folder-lock.ts';

/** Throws if a server has this database open: local-s3 and local-cognito hold SQLite's exclusive lock. */
const assertNotInUse = (file: string): void => {
  if (!existsSync(file)) return;
  const database = new DatabaseSync(file, { timeout: 0 });
  try {
    database.exec('BEGIN EXCLUSIVE; ROLLBACK');
  } catch (cause) {
    throw new Error(`A running server uses ${file}.`, { cause });
  } finally {
    database.close();
  }
};

/** Removes only what the servers created: the folder may hold other files. */
const remove = async (dataDirectory: string): Promise<void> => {
  assertNotInUse(join(dataDirectory, 'cognito', 'user-pool.sqlite'));
  assertNotInUse(join(dataDirectory, 's3', 'objects.db'));
  for (const name of ['db', 'cognito', 's3', 'site', 'pool-config.json']) {
    await rm(join(dataDirectory, name), { recursive: true, force: true });
  }
};

/** Empties the data folder. Throws and removes nothing while a server uses it. */
export const reset = async (dataDirectory: string): Promise<void> => {
  if (!existsSync(dataDirectory)) return;
  try {
    const unlock = await lockFolder(join(dataDirectory, 'db'), 0);
    await remove(dataDirectory).finally(unlock);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`Nothing was removed from ${dataDirectory}. ${reason}`, { cause: error });
  }
};
