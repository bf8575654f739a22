import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { pnpm } from '../command-line/pnpm-command.ts';

const root = join(import.meta.dirname, '../..');
const text = readFileSync(join(root, 'AGENTS.md'), 'utf8');

const readFirstColumn = (heading: string): string[] => {
  const [, table = ''] = text.split(`| ${heading} `);
  return [...(table.split('\n\n')[0] ?? '').matchAll(/^\| `([^`]+)`/gm)].map(([, cell = '']) => cell);
};

const readScripts = (folder: string): Record<string, string> =>
  JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8')).scripts;

describe('each command', () => {
  test.each(readFirstColumn('command'))('%s prints its usage', (command) => {
    const [file = ''] = readScripts('.')[command.split(' ').at(-1) ?? '']?.split(' ').slice(1) ?? [];
    const { status, stdout } = spawnSync(process.execPath, [file, '--help'], { cwd: root, encoding: 'utf8' });

    expect(stdout).toContain(`Usage: ${command.replace('pnpm', pnpm)}`);
    expect(status).toBe(0);
  });

  test.each(readFirstColumn('without `--help`'))('%s is a script', (command) => {
    const [, folder = '.', name = ''] = /^pnpm (?:--filter \.\/(\S+) )?(\S+)$/.exec(command) ?? [];
    expect(readScripts(folder)).toHaveProperty([name]);
  });
});

test.each(readFirstColumn('path'))('%s exists', (path) => {
  expect(existsSync(join(root, path))).toBe(true);
});

describe('the linter rejects', () => {
  const [, samples = ''] = /```ts\n([\s\S]*?)```/.exec(text) ?? [];
  const lines = samples.trimEnd().split('\n');
  const folder = mkdtempSync(join(tmpdir(), 'agents-'));
  const feature = 'apps/api/src/comments';
  const fileOf = (line: string): string => `${feature}/sample-${lines.indexOf(line)}.ts`;
  let rejected: string[] = [];

  beforeAll(() => {
    for (const path of ['biome.json', '.gitignore', 'scripts/repository']) {
      cpSync(join(root, path), join(folder, path), { recursive: true });
    }
    mkdirSync(join(folder, feature), { recursive: true });
    for (const line of lines) writeFileSync(join(folder, fileOf(line)), `${line}\n`);
    const { stdout } = spawnSync(
      join(root, 'node_modules/.bin/biome'),
      ['lint', '--reporter=json', '--max-diagnostics=none', feature],
      { cwd: folder, encoding: 'utf8' },
    );
    rejected = JSON.parse(stdout).diagnostics.map(
      ({ location }: { location: { path: string } }) => location.path,
    );
    return () => rmSync(folder, { recursive: true });
  });

  test.each(lines)('%s', (line) => {
    expect(rejected).toContain(fileOf(line));
  });
});
