import pRetry from 'p-retry';
import { isConflict } from '#db/retry-transaction.ts';

/**
 * Repeats what a cluster rejects for a while: connections while it wakes up and before DNS and IAM know it, and
 * statements about its catalog while another one changes that (OC001).
 * https://docs.aws.amazon.com/aurora-dsql/latest/userguide/working-with-concurrency-control.html
 */
export const retryForAMinute = <Result>(
  attempt: () => Promise<Result>,
  isTransient: (error: unknown) => boolean = isConflict,
): Promise<Result> =>
  pRetry(attempt, {
    retries: Number.POSITIVE_INFINITY,
    minTimeout: 100,
    maxTimeout: 5_000,
    maxRetryTime: 60_000,
    randomize: true,
    shouldRetry: ({ error }) => isTransient(error),
  });
