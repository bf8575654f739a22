import pRetry from 'p-retry';
import { sqlStateOf } from './sql-state.ts';

// serialization_failure, which is also how Aurora DSQL reports a conflict, and deadlock_detected.
const lostRaces = new Set(['40001', '40P01']);

/** Repeats a transaction that lost a race, a little later each time and never in step with its rival. */
export const retryTransaction = <Result>(transaction: () => Promise<Result>): Promise<Result> =>
  pRetry(transaction, {
    retries: 8,
    minTimeout: 10,
    maxTimeout: 500,
    randomize: true,
    shouldRetry: ({ error }) => lostRaces.has(sqlStateOf(error) ?? ''),
  });
