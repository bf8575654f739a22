import { maximumFileBytes } from '@share-my-files/contract';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { planParts, sizeOfPart } from './part-plan.ts';

const mebibyte = 1024 ** 2;

describe('a part plan', () => {
  test.each([
    [0, { partSizeBytes: 8 * mebibyte, partCount: 1 }],
    [1, { partSizeBytes: 8 * mebibyte, partCount: 1 }],
    [8 * mebibyte, { partSizeBytes: 8 * mebibyte, partCount: 1 }],
    [8 * mebibyte + 1, { partSizeBytes: 8 * mebibyte, partCount: 2 }],
    [80_000 * mebibyte, { partSizeBytes: 8 * mebibyte, partCount: 10_000 }],
    [80_000 * mebibyte + 1, { partSizeBytes: 9 * mebibyte, partCount: 8_889 }],
  ])('for %i bytes is %o', (sizeBytes, plan) => {
    expect(planParts(sizeBytes)).toEqual(plan);
  });

  test('covers each file exactly and stays within the limits of S3', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: maximumFileBytes }), (sizeBytes) => {
        const plan = { sizeBytes, ...planParts(sizeBytes) };
        const lastPartBytes = sizeOfPart(plan, plan.partCount);

        expect((plan.partCount - 1) * plan.partSizeBytes + lastPartBytes).toBe(sizeBytes);
        expect(plan.partCount).toBeLessThanOrEqual(10_000);
        expect(plan.partSizeBytes).toBeLessThanOrEqual(5 * 1024 ** 3);
        expect(lastPartBytes).toBeGreaterThanOrEqual(Math.min(1, sizeBytes));
        expect(lastPartBytes).toBeLessThanOrEqual(plan.partSizeBytes);
      }),
    );
  });
});
