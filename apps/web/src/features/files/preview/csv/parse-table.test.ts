import { expect, test } from 'vitest';
import { parseTable } from './parse-table.ts';

test('parses quotes, lines in cells, and the separators of other languages', () => {
  expect(parseTable('name,note\n"Ana ""A""","two\nlines"\n').rows).toEqual([
    ['name', 'note'],
    ['Ana "A"', 'two\nlines'],
  ]);
  expect(parseTable('a;b\n1,5;2').rows).toEqual([
    ['a', 'b'],
    ['1,5', '2'],
  ]);
  expect(parseTable('a\tb\n1\t2').rows).toEqual([
    ['a', 'b'],
    ['1', '2'],
  ]);
});

const mebibyte = 1024 * 1024;

test('shows the first 1,000 rows below the header, and says that there are more', () => {
  const complete = parseTable(`head\n${'row\n'.repeat(1_000)}`);
  expect(complete.rows).toHaveLength(1_001);
  expect(complete.hasMoreRows).toBe(false);

  const cut = parseTable(`head\n${'row\n'.repeat(200_000)}`);
  expect(cut.rows).toHaveLength(1_001);
  expect(cut.hasMoreRows).toBe(true);
});

test('shows 50 of a million columns', () => {
  const { rows, hasMoreColumns } = parseTable(','.repeat(mebibyte));

  expect(rows.map((row) => row.length)).toEqual([50]);
  expect(hasMoreColumns).toBe(true);
});

test.each([
  ['a line without an end', 'x'],
  ['a quote without an end', '"x'],
  ['nothing but quotes', '"'],
])('shortens the cell of %s', (_, start) => {
  const { rows } = parseTable(start.repeat(mebibyte / start.length));

  expect(rows.length).toBeLessThanOrEqual(1_001);
  expect(Math.max(...rows.flat().map((cell) => cell.length))).toBeLessThanOrEqual(501);
});
