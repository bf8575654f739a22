import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Spread } from './statistics.ts';

const readme = join(import.meta.dirname, '../README.md');

/** The results as a table in Markdown, one row per contender. */
export const toTable = (unit: string, results: readonly { name: string; perSecond: Spread }[]): string =>
  [
    `| ${unit} per second | min | median | max |`,
    '| --- | --: | --: | --: |',
    ...results.map(({ name, perSecond: { minimum, median, maximum } }) => {
      const cells = [minimum, median, maximum].map((value) => value.toFixed(1));
      return `| ${name} | ${cells.join(' | ')} |`;
    }),
  ].join('\n');

/** Puts results into the README in place of those of the run before. */
export const keepResults = (name: string, results: string): void => {
  const [start, end] = [`<!-- ${name} -->`, `<!-- end of ${name} -->`];
  const text = readFileSync(readme, 'utf8');
  const [before, rest] = text.split(start);
  const after = rest?.split(end)[1];
  if (before === undefined || after === undefined) throw new Error(`The README has no place for ${name}.`);
  writeFileSync(readme, `${before}${start}\n\n${results}\n\n${end}${after}`);
};
