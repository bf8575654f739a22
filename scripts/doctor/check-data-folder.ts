import { existsSync } from 'node:fs';
import { access, constants, mkdtemp, rmdir } from 'node:fs/promises';
import { join } from 'node:path';
import { lockFolder } from '../../apps/api/src/db/folder-lock.ts';
import type { RunRecord } from '../dev/run-record.ts';
import { error, type Finding, ok } from './finding.ts';
import { nearestFolder } from './nearest-folder.ts';

const checkWritable = async (folder: string): Promise<Finding> => {
  try {
    // access() misses quotas and some read-only file systems: write.
    await rmdir(await mkdtemp(join(folder, '.doctor-')));
    await access(folder, constants.X_OK);
    return ok('data folder', `${folder} is writable`);
  } catch (cause) {
    const reason = cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause);
    return error(
      'data folder',
      `${folder} is not writable (${reason})`,
      'Change its owner with chown, or use another folder: --data DIR.',
    );
  }
};

const checkLock = async (dataDirectory: string, run: RunRecord | undefined): Promise<Finding> => {
  try {
    const unlock = await lockFolder(join(dataDirectory, 'db'), 0);
    unlock();
    return ok('database', 'not in use');
  } catch (cause) {
    if (run !== undefined) return ok('database', `in use by the running app (process ${run.processId})`);
    return error('database', 'is in use', cause instanceof Error ? cause.message : String(cause));
  }
};

/** Checks that the data folder is writable, and that no process uses its database except its own stack. */
export const checkDataFolder = async (
  dataDirectory: string,
  run: RunRecord | undefined,
): Promise<Finding[]> => {
  const writable = await checkWritable(nearestFolder(dataDirectory));
  if (writable.state === 'error' || !existsSync(dataDirectory)) return [writable];
  return [writable, await checkLock(dataDirectory, run)];
};
