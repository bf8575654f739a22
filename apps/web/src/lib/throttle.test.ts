import { expect, test } from 'vitest';
import { throttle } from './throttle.ts';

/** Throttled work, with the functions that end its pauses, in order. */
const start = () => {
  const state = { runs: 0, pauses: [] as (() => void)[] };
  const call = throttle(
    async () => {
      state.runs += 1;
    },
    () => new Promise<void>((resolve) => state.pauses.push(resolve)),
  );
  return { state, call };
};

test('runs on the first call, and once more for all calls until the pause is over', async () => {
  const { state, call } = start();

  call();
  expect(state.runs).toBe(1);
  for (let calls = 0; calls < 10; calls += 1) call();
  await expect.poll(() => state.pauses.length).toBe(1);
  expect(state.runs).toBe(1);

  state.pauses[0]?.();
  await expect.poll(() => state.pauses.length).toBe(2);
  expect(state.runs).toBe(2);
});

test('runs immediately on a call after the pause', async () => {
  const { state, call } = start();
  call();
  await expect.poll(() => state.pauses.length).toBe(1);

  state.pauses[0]?.();
  await new Promise(setImmediate);
  call();

  expect(state.runs).toBe(2);
});
