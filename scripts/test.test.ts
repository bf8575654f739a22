import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';

/** Runs the tests with an empty folder as PATH: no browser, no package manager. */
const runTestsWithoutPrograms = (...options: string[]) => {
  const PATH = mkdtempSync(join(tmpdir(), 'share-my-files-path-'));
  onTestFinished(() => rmSync(PATH, { recursive: true }));
  const script = join(import.meta.dirname, 'test.ts');
  return spawnSync(process.execPath, [script, ...options], { encoding: 'utf8', env: { PATH } });
};

const lastLine = (text: string): string | undefined => text.trimEnd().split('\n').at(-1);

test('without a Chromium the tests say what to install, and still end in the line that counts', () => {
  const { status, stdout, stderr } = runTestsWithoutPrograms('--only', 'e2e');

  expect(stderr).not.toContain('    at ');
  expect(lastLine(stdout)).toBe('0 passed, 1 failed');
  expect(status).toBe(1);
});

test.each([
  ['lint', 'biome'],
  ['unit', 'vitest'],
])('the stage %s says so when it does not find %s', (stage, program) => {
  const { status, stdout, stderr } = runTestsWithoutPrograms('--only', stage);

  expect(stderr).toContain(`${program} does not start`);
  expect(stderr).toContain('pnpm test');
  expect(lastLine(stdout)).toBe('0 passed, 1 failed');
  expect(status).toBe(1);
});
