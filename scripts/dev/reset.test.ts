import { existsSync } from 'node:fs';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, onTestFinished, test } from 'vitest';
import { startDev } from '../test/support/start-dev.ts';

test('--reset empties the folder unless another stack uses it', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'share-my-files-dev-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const contents = ['cognito', 'db', 'db.lock.sqlite', 'mine.txt', 'pool-config.json', 's3'];
  await writeFile(join(folder, 'mine.txt'), 'no data of a server');
  const running = await startDev(folder);
  await running.untilReady();

  const refused = await startDev(folder, { args: ['--reset'] });
  expect(await refused.exited).toEqual([1, null]);
  expect(refused.readOutput()).toContain(`Nothing was removed from ${folder}. Another process uses `);
  expect((await fetch(`http://localhost:${running.ports.api}/readyz`)).status).toBe(200);

  running.child.kill('SIGTERM');
  await running.exited;
  expect((await readdir(folder)).sort()).toEqual(contents);
  const database = new DatabaseSync(join(folder, 's3', 'objects.db'));
  database.exec('BEGIN EXCLUSIVE');
  const alsoRefused = await startDev(folder, { args: ['--reset'] });
  expect(await alsoRefused.exited).toEqual([1, null]);
  database.close();
  expect((await readdir(folder)).sort()).toEqual(contents);

  const emptied = await startDev(folder, { args: ['--reset', '--pool-config=missing.json'] });
  await emptied.exited;
  expect(await readdir(folder)).toContain('mine.txt');
  expect(existsSync(join(folder, 'cognito', 'user-pool.sqlite'))).toBe(false);
});
