import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pnpm } from './command-line/pnpm-command.ts';
import { runScript } from './command-line/run-script.ts';
import { type ProductName, parseProductName, replaceProductName } from './rename/product-name.ts';

const root = join(import.meta.dirname, '..');

// The MIT licence asks every copy to keep the notice of its authors. A fork adds a line of its own.
const keptFiles = ['LICENSE'];

const usage = `Usage: ${pnpm} run rename "New Name"

Replaces the product's name everywhere in this repository, in each of its spellings.
LICENSE keeps its copyright notice, as the licence requires.
`;

const git = (...args: string[]): string => execFileSync('git', args, { cwd: root, encoding: 'utf8' });

const run = (command: string, args: string[]): void => {
  execFileSync(command, args, { cwd: root, stdio: 'inherit' });
};

const readCurrentWords = (): string[] => {
  const { name }: { name: string } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  return name.split('-');
};

/** Returns whether the file had the name in it. */
const renameInFile = (path: string, words: string[], name: ProductName): boolean => {
  const text = readFileSync(path, 'utf8');
  const renamed = replaceProductName(text, words, name);
  if (renamed !== text) writeFileSync(path, renamed);
  return renamed !== text;
};

const main = ([display = '']: string[]): void => {
  const name = parseProductName(display);
  if (git('status', '--porcelain') !== '') throw new Error('Commit or stash your changes first.');
  const words = readCurrentWords();
  const changed = git('ls-files', '-z')
    .split('\0')
    .filter((path) => path !== '' && !keptFiles.includes(path))
    .filter((path) => renameInFile(join(root, path), words, name));
  process.stdout.write(`${changed.length} files carry the name ${name.display}.\n`);
  // The packages have new names, and imports are sorted by them.
  run('pnpm', ['install', '--no-frozen-lockfile', '--prefer-offline']);
  run('pnpm', ['run', 'format']);
};

await runScript(usage, main);
