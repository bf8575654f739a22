import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');

const isMarkdown = (name: string): boolean => name.endsWith('.md');

const documents = [
  ...readdirSync(root).filter(isMarkdown),
  ...readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter(isMarkdown)
    .map((name) => join('docs', name)),
];

type Link = { text: string; target: string };

/** Links to files of this repository: not to the web, not to a place within the same page. */
const readLinks = (path: string): Link[] =>
  [...readFileSync(join(root, path), 'utf8').matchAll(/\[([^\]]+)\]\(([^)\s]+)\)/g)]
    .map(([, text = '', target = '']) => ({ text, target: target.replace(/#.*$/, '') }))
    .filter(({ target }) => target !== '' && !/^[a-z]+:/.test(target));

const resolveFrom = (path: string, target: string): string => resolve(root, dirname(path), target);

/** [`name`](file.ts) promises that the file declares that name. */
const isSymbol = ({ text, target }: Link): boolean => /^`[\w$]+`$/.test(text) && /\.tsx?$/.test(target);

const declares = (source: string, name: string): boolean =>
  new RegExp(`\\b(?:const|function|class|type|interface) ${name}\\b|^\\s+${name}:`, 'm').test(source);

describe.each(documents)('%s', (path) => {
  const links = readLinks(path);

  test('links to no file that is missing', () => {
    const missing = links.filter(({ target }) => !existsSync(resolveFrom(path, target)));
    expect(missing.map(({ target }) => target)).toEqual([]);
  });

  test('names no symbol that its file does not declare', () => {
    const wrong = links
      .filter(isSymbol)
      .filter(
        ({ text, target }) =>
          !declares(readFileSync(resolveFrom(path, target), 'utf8'), text.replaceAll('`', '')),
      );
    expect(wrong).toEqual([]);
  });
});

test('the concepts lead to the code, all of them', () => {
  expect(readLinks('docs/concepts.md').filter(isSymbol).length).toBeGreaterThan(15);
});
