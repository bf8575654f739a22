import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const folder = join(import.meta.dirname, '../../docs/decisions');
const records = readdirSync(folder).filter((name) => /^\d/.test(name));
const read = (name: string): string => readFileSync(join(folder, name), 'utf8');

const readTitle = (name: string): string => /^# (.+)$/m.exec(read(name))?.[1] ?? '';

test('the index lists every record by its title, in order', () => {
  const listed = [...read('README.md').matchAll(/^- \[(\d{3} .+)\]\((\d\S+\.md)\)/gm)];

  expect(listed.map(([, title, name]) => ({ title, name }))).toEqual(
    records.map((name) => ({ title: readTitle(name), name })),
  );
});

test('no two records have the same number', () => {
  const numbers = records.map((name) => name.slice(0, 3));

  expect(numbers).toEqual([...new Set(numbers)]);
});

describe.each([...records, 'template.md'])('%s', (name) => {
  const text = read(name);

  test('has its number, date and status at the top', () => {
    const number = name === 'template.md' ? 'NNN' : name.slice(0, 3);
    expect(text).toMatch(
      new RegExp(`^# ${number} .+\n\nDate: [\\dYMD-]{10} · Status: (accepted|superseded by \\[)`),
    );
  });

  test('gives the context, the decision and the consequences', () => {
    expect([...text.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading)).toEqual([
      'Context',
      'Decision',
      'Consequences',
    ]);
  });
});
