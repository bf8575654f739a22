import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { lockFolder } from './folder-lock.ts';

let parent: string;
let folder: string;

beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), 'share-my-files-lock-'));
  folder = join(parent, 'db');
});

afterEach(() => rm(parent, { recursive: true, force: true }));

const sleeper = () => spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);

describe('the lock of a folder', () => {
  test('is refused while another process has it, with that process by number', async () => {
    const holder = sleeper();
    await writeFile(`${folder}.lock`, String(holder.pid));

    await expect(lockFolder(folder, 100)).rejects.toThrow(`Process ${holder.pid} uses ${folder}.`);

    holder.kill();
    await once(holder, 'exit');
  });

  test('is taken as soon as the other process has ended', async () => {
    const holder = sleeper();
    await writeFile(`${folder}.lock`, String(holder.pid));

    const locking = lockFolder(folder, 60_000);
    holder.kill();
    const unlock = await locking;

    await unlock();
    expect(await readdir(parent)).toEqual([]);
  });

  test('is taken over from a process that was killed', async () => {
    const { pid } = spawnSync(process.execPath, ['-e', '']);
    await writeFile(`${folder}.lock`, String(pid));

    const unlock = await lockFolder(folder);

    expect(await readdir(parent)).toEqual(['db.lock']);
    await unlock();
  });
});
