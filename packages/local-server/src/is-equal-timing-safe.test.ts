import { expect, test } from 'vitest';
import { isEqualTimingSafe } from './is-equal-timing-safe.ts';

test.each([
  ['secret', 'secret', true],
  ['secret', 'secreT', false],
  ['secret', 'secrets', false],
  ['', '', true],
  ['é', 'e', false],
])('compares %j with %j: %j', (one, other, isEqual) => {
  expect(isEqualTimingSafe(one, other)).toBe(isEqual);
  expect(isEqualTimingSafe(Buffer.from(one), other)).toBe(isEqual);
});
