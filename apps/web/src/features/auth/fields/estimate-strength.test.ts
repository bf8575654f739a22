import { expect, test } from 'vitest';
import { estimateStrength } from './estimate-strength.ts';

test.each([
  ['Password1!', 'weak'],
  ['password1', 'common'],
  ['Ana-rivera-1!', 'weak'],
  ['7c!Kq2#vTz9pLw', 'strong'],
  ['correct horse battery staple', 'strong'],
] as const)('rates "%s" as %s', (password, strength) => {
  expect(estimateStrength(password, 'ana-rivera@example.com')).toBe(strength);
});

test('a password of 256 characters is rated without delay', () => {
  expect(estimateStrength('aB3!'.repeat(64), 'ana@example.com')).toBeDefined();
});
