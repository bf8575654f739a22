import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { retryForAMinute } from './retry-for-a-minute.ts';

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

const failFor = (milliseconds: number, error: Error) => {
  const end = Date.now() + milliseconds;
  return vi.fn(() => (Date.now() < end ? Promise.reject(error) : Promise.resolve('done')));
};

const conflict = Object.assign(new Error('schema has been updated by another transaction (OC001)'), {
  code: '40001',
});
const wakingUp = new Error('waking up cluster, please retry later');

/** Lets the time pass until the attempt has ended. */
const settle = async (attempt: Promise<string>) => {
  const settled = Promise.allSettled([attempt]);
  await vi.advanceTimersByTimeAsync(120_000);
  return (await settled)[0];
};

test('a conflict about the catalog may last for most of a minute', async () => {
  expect(await settle(retryForAMinute(failFor(50_000, conflict)))).toMatchObject({ value: 'done' });
});

test('a cluster may wake up for most of a minute', async () => {
  expect(await settle(retryForAMinute(failFor(50_000, wakingUp), () => true))).toMatchObject({
    value: 'done',
  });
});

test('what goes on after a minute is reported', async () => {
  expect(await settle(retryForAMinute(failFor(70_000, conflict)))).toMatchObject({ reason: conflict });
});

test('any other failure of a statement is reported at once', async () => {
  const statement = failFor(50_000, wakingUp);

  expect(await settle(retryForAMinute(statement))).toMatchObject({ reason: wakingUp });
  expect(statement).toHaveBeenCalledTimes(1);
});
