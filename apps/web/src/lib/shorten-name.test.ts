import { expect, test } from 'vitest';
import { shortenName } from './shorten-name.ts';

test.each([
  ['draft.txt', 'draft.txt'],
  ['a'.repeat(44), 'a'.repeat(44)],
  [
    'Annual report of the harbour authority, second draft.txt',
    'Annual report of the harbour…second draft.txt',
  ],
  [`${'🎉'.repeat(60)}.png`, `${'🎉'.repeat(28)}…${'🎉'.repeat(12)}.png`],
])('shortens %s to %s', (name, shortened) => {
  expect(shortenName(name)).toBe(shortened);
});
