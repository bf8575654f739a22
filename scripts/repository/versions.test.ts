import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { pnpmVersion } from '../command-line/pnpm-command.ts';

const root = join(import.meta.dirname, '../..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

/** The matches in tracked files. */
const grep = (pattern: string, ...paths: string[]): string[] =>
  execFileSync('git', ['grep', '-hoE', pattern, '--', ...paths], { cwd: root, encoding: 'utf8' })
    .trim()
    .split('\n');

// npx asks before each start for a range, and for an exact version never again.
test('every document, script and image names the exact pnpm of package.json', () => {
  const named = grep('\\bpnpm@[0-9][0-9.]*', '.', ':!CHANGELOG.md', ':!pnpm-lock.yaml');
  expect(named.length).toBeGreaterThan(10);
  expect(new Set(named)).toEqual(new Set([`pnpm@${pnpmVersion}`]));
});

test('.ci/run is the test command of the README', () => {
  const [command] = grep('^npx .* test\\b', 'README.md');
  expect(read('.ci/run').trimEnd().split('\n').at(-1)).toBe(`exec ${command}`);
});

test('pnpm resolves dependencies for the Node that runs the scripts', () => {
  const { nodeVersion, catalog } = parse(read('pnpm-workspace.yaml'));
  expect(nodeVersion).toBe(catalog.node);
});

test('the lockfile that a clone trusts is checked by CI', () => {
  expect(parse(read('pnpm-workspace.yaml')).trustLockfile).toBe(true);
  expect(read('.github/workflows/ci.yml')).toContain('install --frozen-lockfile --no-trust-lockfile');
});
