import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { notAuthorized } from '../errors.ts';

const FAILURES_BEFORE_LOCK = 5;
const FORGET_AFTER_MILLISECONDS = 15 * 60_000;

const rowSchema = z.object({ failures: z.int(), last_at: z.int() });

const lockMilliseconds = (failures: number): number =>
  failures < FAILURES_BEFORE_LOCK
    ? 0
    : Math.min(2 ** (failures - FAILURES_BEFORE_LOCK) * 1000, FORGET_AFTER_MILLISECONDS);

/** A factor that can be guessed. Success with one does not reset the failures of another. */
export type LockedFactor = 'password' | 'email-otp' | 'second-factor';

/** Throttles guesses of one factor of a user. */
export type SignInLockout = ReturnType<typeof createSignInLockout>;

/**
 * "Lockout behavior for failed sign-in attempts" in the developer guide: the fifth failure locks for one
 * second, each further failure twice as long, up to 15 minutes. Attempts during a lock have no effect.
 * Failures expire 15 minutes after the last one.
 */
export const createSignInLockout = (database: DatabaseSync, now: () => number, factor: LockedFactor) => {
  const select = database.prepare(
    'SELECT failures, last_at FROM sign_in_failures WHERE sub = ? AND factor = ?',
  );
  const removeOld = database.prepare('DELETE FROM sign_in_failures WHERE last_at <= ?');
  const record = database.prepare(`
    INSERT INTO sign_in_failures (sub, factor, failures, last_at) VALUES (?, ?, 1, ?)
    ON CONFLICT (sub, factor) DO UPDATE SET failures = failures + 1, last_at = excluded.last_at`);
  const clear = database.prepare('DELETE FROM sign_in_failures WHERE sub = ? AND factor = ?');

  return {
    /** Throws NotAuthorizedException while the user is locked. */
    assertNotLocked: (sub: string) => {
      const row = select.get(sub, factor);
      if (row === undefined) return;
      const { failures, last_at } = rowSchema.parse(row);
      if (now() < last_at + lockMilliseconds(failures)) throw notAuthorized('Password attempts exceeded');
    },
    recordFailure: (sub: string) => {
      removeOld.run(now() - FORGET_AFTER_MILLISECONDS);
      record.run(sub, factor, now());
    },
    clear: (sub: string) => {
      clear.run(sub, factor);
    },
  };
};
