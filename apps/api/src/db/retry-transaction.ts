import pRetry from 'p-retry';
import { sqlStateOf } from './sql-state.ts';

// serialization_failure, which is also how Aurora DSQL reports a conflict, and deadlock_detected.
const conflicts = new Set(['40001', '40P01']);

/** Whether a transaction failed because of a concurrent one, so that it can be repeated. */
export const isConflict = (error: unknown): boolean => conflicts.has(sqlStateOf(error) ?? '');

/** Retries a transaction after a conflict, with exponential backoff and jitter. */
export const retryTransaction = <Result>(transaction: () => Promise<Result>): Promise<Result> =>
  pRetry(transaction, {
    retries: 8,
    minTimeout: 10,
    maxTimeout: 500,
    randomize: true,
    shouldRetry: ({ error }) => isConflict(error),
  });
