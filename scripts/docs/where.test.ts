import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

type Row = { question: string; first: string[]; next: string[] };

const readTargets = (cell: string): string[] =>
  [...cell.matchAll(/\]\(([^)#]+)/g)].map(([, target = '']) => target);

const readRows = (): Row[] =>
  [...read('docs/where.md').matchAll(/^\| (.+\?) +\| (.+?) +\| (.+?) +\|$/gm)].map(
    ([, question = '', first = '', next = '']) => ({
      question,
      first: readTargets(first),
      next: readTargets(next),
    }),
  );

const rows = readRows();

test('the README leads to the questions', () => {
  expect(read('README.md')).toContain('](docs/where.md)');
});

test('the first questions of a newcomer are answered', () => {
  expect(rows.map(({ question }) => question)).toEqual([
    'allow passwords on links?',
    'raise the part size of uploads?',
    'add a column to the database?',
    'log something?',
    'change how long a token lives?',
    'send HTML in mails?',
    'accept another field of `PATCH`?',
    'let editors trash a file?',
    'show errors differently?',
    'add a page?',
  ]);
});

test.each(rows)('"$question" leads to exactly one file, which exists', ({ first, next }) => {
  expect(first).toHaveLength(1);
  for (const target of [...first, ...next]) expect(existsSync(join(root, 'docs', target))).toBe(true);
});
