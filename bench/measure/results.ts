import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeMachine } from './machine.ts';
import type { Spread } from './statistics.ts';

const readme = join(import.meta.dirname, '../README.md');

const toRow = ([name = '', ...numbers]: string[], widths: number[]): string =>
  `| ${[name.padEnd(widths[0] ?? 0), ...numbers.map((cell, index) => cell.padStart(widths[index + 1] ?? 0))].join(' | ')} |`;

type Result = { name: string; perSecond: Spread };

type Report = {
  unit: string;
  /** The rounds, in words. */
  run: string;
  results: readonly Result[];
  /** Names of contenders, each with the one that it is compared with. */
  comparisons?: Record<string, string>;
  /** Head of the column of these comparisons. */
  ratio?: string;
  keep: boolean;
};

const toRatio = (result: Result, results: readonly Result[], comparisons: Record<string, string>): string => {
  const other = results.find(({ name }) => name === comparisons[result.name]);
  return other === undefined
    ? ''
    : `${Math.round((100 * result.perSecond.median) / other.perSecond.median)} %`;
};

/** Formats a Markdown table. */
const formatTable = (head: string[], rows: string[][]): string => {
  const widths = head.map((_, column) =>
    Math.max(3, ...[head, ...rows].map((row) => row[column]?.length ?? 0)),
  );
  const rule = widths.map((width, column) =>
    column === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`,
  );
  return [head, rule, ...rows].map((row) => toRow(row, widths)).join('\n');
};

/** Replaces the results in the README. */
const keepResults = (name: string, results: string): void => {
  const [start, end] = [`<!-- ${name} -->`, `<!-- end of ${name} -->`];
  const text = readFileSync(readme, 'utf8');
  const [before, rest] = text.split(start);
  const after = rest?.split(end)[1];
  if (before === undefined || after === undefined) throw new Error(`The README has no place for ${name}.`);
  writeFileSync(readme, `${before}${start}\n\n${results}\n\n${end}${after}`);
};

type Table = { run: string; head: string[]; rows: string[][]; keep: boolean };

/** Prints a table with the machine and its load, and keeps it in the README if that is asked for. */
export const reportTable = (name: string, { run, head, rows, keep }: Table): void => {
  const date = new Date().toISOString().slice(0, 10);
  const text = `${date}: ${run}.\n${describeMachine()}.\n\n${formatTable(head, rows)}`;
  process.stdout.write(`${text}\n`);
  if (keep) keepResults(name, text);
};

/** Prints one row per contender. */
export const reportResults = (
  name: string,
  { unit, run, results, comparisons, ratio = 'of bare', keep }: Report,
): void => {
  const head = [`${unit} per second`, 'min', 'median', 'max', ...(comparisons ? [ratio] : [])];
  const rows = results.map((result) => {
    const { minimum, median, maximum } = result.perSecond;
    const rates = [minimum, median, maximum].map((value) => value.toFixed(1));
    return [result.name, ...rates, ...(comparisons ? [toRatio(result, results, comparisons)] : [])];
  });
  reportTable(name, { run, head, rows, keep });
};
