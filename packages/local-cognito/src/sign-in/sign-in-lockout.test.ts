import { DatabaseSync } from 'node:sqlite';
import { migrate } from '@share-my-files/local-server';
import { describe, expect, test } from 'vitest';
import { readPoolMigrations } from '../store/migrations.ts';
import { createSignInLockout } from './sign-in-lockout.ts';

const createLockout = () => {
  const database = new DatabaseSync(':memory:');
  migrate(database, readPoolMigrations());
  const clock = { time: 1_000_000 };
  const lockout = createSignInLockout(database, () => clock.time, 'password');
  const fail = (times: number) => {
    for (let count = 0; count < times; count += 1) lockout.recordFailure('ann');
  };
  const isLocked = () => {
    try {
      lockout.assertNotLocked('ann');
      return false;
    } catch {
      return true;
    }
  };
  return { lockout, clock, fail, isLocked };
};

describe('sign-in lockout', () => {
  test.each([
    [5, 1],
    [6, 2],
    [7, 4],
    [10, 32],
    [14, 512],
    [15, 900],
    [200, 900],
  ])('lasts after %i failures for %i seconds', (failures, seconds) => {
    const { clock, fail, isLocked } = createLockout();
    fail(failures);

    clock.time += seconds * 1000 - 1;
    expect(isLocked()).toBe(true);
    clock.time += 1;
    expect(isLocked()).toBe(false);
  });

  test('starts with the fifth failure', () => {
    const { fail, isLocked } = createLockout();
    fail(4);
    expect(isLocked()).toBe(false);
  });

  test('resets after a success or 15 minutes', () => {
    const { lockout, clock, fail, isLocked } = createLockout();
    fail(4);
    lockout.clear('ann');
    fail(4);
    expect(isLocked()).toBe(false);

    clock.time += 15 * 60_000;
    fail(1);
    expect(isLocked()).toBe(false);
  });
});
