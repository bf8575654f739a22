import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { lockFolder } from './folder-lock.ts';

let parent: string;
let folder: string;

beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), 'share-my-files-lock-'));
  folder = join(parent, 'db');
});

afterEach(() => rm(parent, { recursive: true, force: true }));

const program = `
  const [module, folder] = process.argv.slice(1);
  const { lockFolder } = await import(module);
  const unlock = await lockFolder(folder);
  console.log('locked');
  setInterval(() => {}, 1000);`;

/** Starts a process that holds the lock. */
const startHolder = async () => {
  const module = join(import.meta.dirname, 'folder-lock.ts');
  const holder = spawn(process.execPath, ['--input-type=module', '-e', program, module, folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void holder.kill());
  await once(holder.stdout, 'data');
  return holder;
};

describe('the lock of a folder', () => {
  test('is rejected while another process holds it', async () => {
    await startHolder();

    await expect(lockFolder(folder, 100)).rejects.toThrow(`Another process uses ${folder}.`);
  });

  test('is acquired as soon as the other process is killed', async () => {
    const holder = await startHolder();

    const locking = lockFolder(folder, 60_000);
    holder.kill('SIGKILL');

    (await locking)();
  });

  test('can be acquired again after its release', async () => {
    (await lockFolder(folder))();

    (await lockFolder(folder, 0))();
  });

  test.each([
    ['empty', ''],
    ['with the id of an unrelated process', String(process.ppid)],
  ])('ignores a file that a killed process left %s', async (_what, content) => {
    await writeFile(`${folder}.lock`, content);

    (await lockFolder(folder, 0))();
  });
});
