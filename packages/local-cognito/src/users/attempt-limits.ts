import type { DatabaseSync } from 'node:sqlite';
import { limitExceeded } from '../errors.ts';

const WINDOW_MILLISECONDS = 3_600_000;

/** Maximum attempts, or wrong attempts, per operation, user and hour. */
const limits = {
  'resend-confirmation-code': 5,
  'wrong-confirmation-code': 10,
  'forgot-password': 5,
  'wrong-password-reset-code': 10,
  'wrong-previous-password': 5,
  'attribute-verification-code': 5,
  'wrong-attribute-verification-code': 10,
  'first-factor-email': 10,
  'second-factor-email': 10,
} as const;

/** An operation with an hourly limit. */
export type LimitedOperation = keyof typeof limits;

/** Counts attempts per real or simulated user over the last hour. */
export type AttemptLimits = ReturnType<typeof createAttemptLimits>;

/**
 * Stores the counters in the database, so that they survive a restart. Refused attempts do not count, because
 * Amplify retries after LimitExceededException.
 */
export const createAttemptLimits = (database: DatabaseSync, now: () => number) => {
  const count = database.prepare(
    'SELECT COUNT(*) AS attempts FROM attempts WHERE sub = ? AND operation = ? AND at > ?',
  );
  const insert = database.prepare('INSERT INTO attempts (sub, operation, at) VALUES (?, ?, ?)');
  const forget = database.prepare('DELETE FROM attempts WHERE at <= ?');
  const clear = database.prepare('DELETE FROM attempts WHERE sub = ? AND operation = ?');

  return {
    /** Throws LimitExceededException if the limit is reached. */
    assertBelowLimit: (sub: string, operation: LimitedOperation) => {
      const attempts = count.get(sub, operation, now() - WINDOW_MILLISECONDS)?.attempts;
      if (Number(attempts) >= limits[operation]) throw limitExceeded();
    },
    record: (sub: string, operation: LimitedOperation) => {
      forget.run(now() - WINDOW_MILLISECONDS);
      insert.run(sub, operation, now());
    },
    clear: (sub: string, operation: LimitedOperation) => {
      clear.run(sub, operation);
    },
  };
};
