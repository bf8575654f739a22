import { expect, test } from 'vitest';
import { pauseAfter } from './schedule.ts';

const job = {
  name: 'refresh',
  run: () => Promise.resolve(),
  everyMilliseconds: 3_600_000,
  retryMilliseconds: 500,
};

test('a job that fails is repeated soon, and then at most every ten seconds', () => {
  const pauses = Array.from({ length: 8 }, (_, failures) => pauseAfter(failures, job));

  expect(pauses).toEqual([3_600_000, 500, 1000, 2000, 4000, 8000, 10_000, 10_000]);
  expect(pauseAfter(2_000, job)).toBe(10_000);
});

test('a job whose pause is longer anyway keeps it', () => {
  expect(pauseAfter(3, { ...job, everyMilliseconds: 60_000, retryMilliseconds: 60_000 })).toBe(60_000);
});
