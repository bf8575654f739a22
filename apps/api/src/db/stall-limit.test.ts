import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createStallLimit } from './stall-limit.ts';

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

/** Waits for nothing, and returns the time after which the wait fails. */
const measure = (limit: ReturnType<typeof createStallLimit>) => {
  const startedAt = performance.now();
  return limit.wait(new Promise(() => undefined)).catch(() => performance.now() - startedAt);
};

test('a wait without progress fails at the limit', async () => {
  const failed = measure(createStallLimit(() => 1_000));

  await vi.advanceTimersByTimeAsync(2_000);

  expect(await failed).toBe(1_000);
});

test('progress of others extends a wait', async () => {
  const limit = createStallLimit(() => 1_000);
  const failed = measure(limit);

  for (let index = 0; index < 10; index += 1) {
    await vi.advanceTimersByTimeAsync(900);
    limit.recordProgress();
  }
  await vi.advanceTimersByTimeAsync(2_000);

  expect(await failed).toBe(10_000);
});

test('progress before a wait does not shorten it', async () => {
  const limit = createStallLimit(() => 1_000);
  limit.recordProgress();
  await vi.advanceTimersByTimeAsync(5_000);

  const failed = measure(limit);
  await vi.advanceTimersByTimeAsync(2_000);

  expect(await failed).toBe(1_000);
});

test('a wait that ends leaves no timer', async () => {
  await createStallLimit(() => 1_000).wait(Promise.resolve());

  expect(vi.getTimerCount()).toBe(0);
});

test('a limit that has grown by the time it is reached is the one that applies', async () => {
  let milliseconds = 1_000;
  const failed = measure(createStallLimit(() => milliseconds));
  milliseconds = 2_500;

  await vi.advanceTimersByTimeAsync(3_000);

  expect(await failed).toBe(2_500);
});
