import fc from 'fast-check';
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
  ])('encodes %d as %s', (value, hex) => expect(pad(value)).toBe(hex));
});

test('the group is the 3072-bit group of RFC 3526 with the multiplier that clients compute', () => {
  expect(prime.toString(2)).toHaveLength(3072);
  expect(generator).toBe(2n);
  expect(multiplier.toString(16)).toBe('538282c4354742d7cbbde2359fcf67f9f5b3a6b08791e5011b43b8a5b66d9ee6');
});

const multiplyOut = (base: bigint, exponent: bigint): bigint => {
  if (exponent === 0n) return 1n;
  const root = multiplyOut(base, exponent / 2n);
  return (root * root * (exponent % 2n === 0n ? 1n : base)) % prime;
};

describe('power', () => {
  test('equals plain multiplication for edge cases', () => {
    const edges = [0n, 1n, 2n, 3n, 65_537n, prime / 2n, prime - 2n, prime - 1n];
    for (const base of [...edges, prime, prime + 5n, prime * prime - 1n]) {
      for (const exponent of edges) expect(power(base, exponent)).toBe(multiplyOut(base % prime, exponent));
    }
  });

  test('equals plain multiplication for random numbers of every length', () => {
    const number = fc.bigInt({ min: 0n, max: prime - 1n });
    const short = fc.bigInt({ min: 0n, max: 2n ** 256n });
    fc.assert(
      fc.property(fc.oneof(number, short), fc.oneof(number, short), (base, exponent) => {
        expect(power(base, exponent)).toBe(multiplyOut(base, exponent));
      }),
    );
  });

  test('rejects exponents outside the group', () => {
    expect(() => power(2n, prime)).toThrow(RangeError);
    expect(() => power(2n, -1n)).toThrow(RangeError);
  });
});
