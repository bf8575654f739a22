import { describe, expect, test } from 'vitest';
import { addRateSample, bytesPerSecond, secondsLeft } from './transfer-rate.ts';

describe('the rate of an upload', () => {
  test('is the average over the recent samples', () => {
    const samples = [
      { at: 0, sentBytes: 0 },
      { at: 1_000, sentBytes: 500 },
      { at: 2_000, sentBytes: 3_000 },
    ];

    expect(bytesPerSecond(samples)).toBe(1_500);
    expect(secondsLeft(samples, 6_000)).toBe(2);
  });

  test('is unknown for less than half a second of samples', () => {
    expect(bytesPerSecond([])).toBeNull();
    expect(bytesPerSecond([{ at: 0, sentBytes: 10 }])).toBeNull();
    expect(
      bytesPerSecond([
        { at: 0, sentBytes: 0 },
        { at: 499, sentBytes: 10 },
      ]),
    ).toBeNull();
  });

  test('gives no time left while nothing is sent', () => {
    const stalled = [
      { at: 0, sentBytes: 100 },
      { at: 5_000, sentBytes: 100 },
    ];

    expect(secondsLeft(stalled, 1_000)).toBeNull();
  });

  test('is never negative when a part is sent again', () => {
    expect(
      bytesPerSecond([
        { at: 0, sentBytes: 100 },
        { at: 1_000, sentBytes: 20 },
      ]),
    ).toBe(0);
  });

  test('drops samples older than eight seconds', () => {
    const samples = addRateSample([{ at: 0, sentBytes: 0 }], { at: 8_001, sentBytes: 10 });

    expect(samples).toEqual([{ at: 8_001, sentBytes: 10 }]);
  });
});
