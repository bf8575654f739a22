import { fileNameSchema } from '@share-my-files/contract';
import { expect, test } from 'vitest';
import { numberedNames } from './free-names.ts';

test.each([
  ['photo.jpg', 'photo (2).jpg'],
  ['Holidays', 'Holidays (2)'],
  ['.gitignore', '.gitignore (2)'],
  ['a.tar.gz', 'a.tar (2).gz'],
  ['a (2).txt', 'a (2) (2).txt'],
])('%s becomes %s', (name, numbered) => {
  expect(numberedNames(name, 2, 1)).toEqual([numbered]);
});

test('each name has its number', () => {
  expect(numberedNames('a', 9, 3)).toEqual(['a (9)', 'a (10)', 'a (11)']);
});

test('a name as long as possible stays valid', () => {
  const [numbered = ''] = numberedNames(`${'é'.repeat(125)}.jpeg`, 1000, 1);

  expect(numbered).toMatch(/^é+ \(1000\)\.jpeg$/);
  expect(fileNameSchema.parse(numbered)).toBe(numbered);
});
