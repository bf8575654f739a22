import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';

test('without a Chromium the tests say what to install, and still end in the line that counts', () => {
  // An empty folder as PATH: no browser, no package manager.
  const PATH = mkdtempSync(join(tmpdir(), 'share-my-files-path-'));

  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(import.meta.dirname, 'test.ts'), '--only', 'e2e'],
    { encoding: 'utf8', env: { PATH } },
  );
  rmSync(PATH, { recursive: true });

  expect(stderr).not.toContain('    at ');
  expect(stdout.trimEnd().split('\n').at(-1)).toBe('0 passed, 1 failed');
  expect(status).toBe(1);
});
