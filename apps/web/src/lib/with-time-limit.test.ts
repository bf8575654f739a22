import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { NetworkError } from './network-error.ts';
import { withTimeLimit } from './with-time-limit.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('rejects after 15 s without an answer', async () => {
  const waiting = expect(withTimeLimit(new Promise(() => undefined))).rejects.toBeInstanceOf(NetworkError);

  await vi.advanceTimersByTimeAsync(15_000);

  await waiting;
});

test('returns an answer or an error that arrives before, and leaves no timer', async () => {
  expect(await withTimeLimit(Promise.resolve('tokens'))).toBe('tokens');
  await expect(withTimeLimit(Promise.reject(new Error('refused')))).rejects.toThrow('refused');

  expect(vi.getTimerCount()).toBe(0);
});
