import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { writePoolConfig } from './pool-config.ts';
import { parseSettings } from './settings.ts';

test('names a settings file that is not JSON', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'share-my-files-pool-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const file = join(folder, 'pool.json');
  await writeFile(file, '{ clients: [] }');
  const settings = parseSettings(['--data', folder, '--pool-config', file]);

  expect(() => writePoolConfig(settings, 'http://localhost:5173')).toThrow(`--pool-config ${file}: `);
});
