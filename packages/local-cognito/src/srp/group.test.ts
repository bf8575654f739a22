import { describe, expect, test } from 'vitest';
import { generator, multiplier, pad, power, prime } from './group.ts';

describe('pad', () => {
  test.each([
    [0n, '00'],
    [1n, '01'],
    [0x7fn, '7f'],
    [0x80n, '0080'],
    [0xfffn, '0fff'],
    [0x8000n, '008000'],
  ])('writes %d as %s', (value, hex) => expect(pad(value)).toBe(hex));
});

test('the group is the 3072-bit one of RFC 3526, with the multiplier that clients compute', () => {
  expect(prime.toString(2)).toHaveLength(3072);
  expect(generator).toBe(2n);
  expect(multiplier.toString(16)).toBe('538282c4354742d7cbbde2359fcf67f9f5b3a6b08791e5011b43b8a5b66d9ee6');
});

test('power agrees with Fermat and with plain multiplication', () => {
  expect(power(3n, 5n)).toBe(243n);
  expect(power(5n, 0n)).toBe(1n);
  expect(power(7n, prime - 1n)).toBe(1n);
});
