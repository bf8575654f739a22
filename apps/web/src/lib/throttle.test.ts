import { expect, test } from 'vitest';
import { throttle } from './throttle.ts';

/** Work that is throttle, and the ends of the pauses after it, in their order. */
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

test('the first call is served at once, and all that come until the pause is over together', async () => {
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

test('a call after the pause is served at once again', async () => {
  const { state, call } = start();
  call();
  await expect.poll(() => state.pauses.length).toBe(1);

  state.pauses[0]?.();
  await new Promise(setImmediate);
  call();

  expect(state.runs).toBe(2);
});
