import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { pnpmCommandFor, pnpmVersion } from './pnpm-command.ts';

/** Returns a PATH of folders that each hold a program named pnpm. */
const pathOf = (...folders: string[]): string => {
  const root = mkdtempSync(join(tmpdir(), 'share-my-files-path-'));
  onTestFinished(() => rmSync(root, { recursive: true }));
  const paths = folders.map((folder) => join(root, folder));
  for (const path of paths) {
    mkdirSync(path, { recursive: true });
    writeFileSync(join(path, 'pnpm'), '');
  }
  return ['/nothing', ...paths].join(delimiter);
};

test('pnpm is named as it is typed where it is installed', () => {
  expect(pnpmCommandFor(pathOf('bin'))).toBe('pnpm');
});

test('pnpm is started by npx where only npx has brought it', () => {
  const path = pathOf('.npm/_npx/0123/node_modules/.bin', 'clone/node_modules/.bin');
  expect(pnpmCommandFor(path)).toBe(`npx --yes pnpm@${pnpmVersion}`);
});
