import { describe, expect, test } from 'vitest';
import { batchesOf, planParts } from './part-plan.ts';

describe('the plan of the parts of an upload', () => {
  test('assigns each byte to exactly one part, the rest to the last', () => {
    expect(planParts({ sizeBytes: 25, partSizeBytes: 10, partCount: 3 })).toEqual([
      { partNumber: 1, start: 0, end: 10 },
      { partNumber: 2, start: 10, end: 20 },
      { partNumber: 3, start: 20, end: 25 },
    ]);
  });

  test('gives a zero-byte file one empty part', () => {
    expect(planParts({ sizeBytes: 0, partSizeBytes: 10, partCount: 1 })).toEqual([
      { partNumber: 1, start: 0, end: 0 },
    ]);
  });

  test('has no extra part when the size is a multiple of the part size', () => {
    expect(planParts({ sizeBytes: 20, partSizeBytes: 10, partCount: 2 }).at(-1)).toEqual({
      partNumber: 2,
      start: 10,
      end: 20,
    });
  });

  test('yields batches in order, the last one smaller', () => {
    expect([...batchesOf([1, 2, 3, 4, 5], 2)]).toEqual([[1, 2], [3, 4], [5]]);
  });
});
