import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Spread } from './statistics.ts';

const readme = join(import.meta.dirname, '../README.md');

const toRow = ([name = '', ...numbers]: string[], widths: number[]): string =>
  `| ${[name.padEnd(widths[0] ?? 0), ...numbers.map((cell, index) => cell.padStart(widths[index + 1] ?? 0))].join(' | ')} |`;

/** Formats the results as a Markdown table, one row per contender. */
export const toTable = (unit: string, results: readonly { name: string; perSecond: Spread }[]): string => {
  const head = [`${unit} per second`, 'min', 'median', 'max'];
  const rows = results.map(({ name, perSecond: { minimum, median, maximum } }) => [
    name,
    ...[minimum, median, maximum].map((value) => value.toFixed(1)),
  ]);
  const widths = head.map((_, column) =>
    Math.max(4, ...[head, ...rows].map((row) => row[column]?.length ?? 0)),
  );
  const rule = widths.map((width, column) =>
    column === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`,
  );
  return [head, rule, ...rows].map((row) => toRow(row, widths)).join('\n');
};

/** Replaces the results in the README. */
export const keepResults = (name: string, results: string): void => {
  const [start, end] = [`<!-- ${name} -->`, `<!-- end of ${name} -->`];
  const text = readFileSync(readme, 'utf8');
  const [before, rest] = text.split(start);
  const after = rest?.split(end)[1];
  if (before === undefined || after === undefined) throw new Error(`The README has no place for ${name}.`);
  writeFileSync(readme, `${before}${start}\n\n${results}\n\n${end}${after}`);
};
