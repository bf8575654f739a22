import { setTimeout as delay } from 'node:timers/promises';
import type { Logger } from 'pino';

type Job = {
  name: string;
  run: () => Promise<void>;
  everyMilliseconds: number;
  /** The pause after a failure. It doubles with each further one, to at most 10 seconds. */
  retryMilliseconds: number;
};

const longestRetryMilliseconds = 10_000;

/** The pause after a run, of which the last `failures` have failed. */
export const pauseAfter = (failures: number, { everyMilliseconds, retryMilliseconds }: Job): number => {
  if (failures === 0) return everyMilliseconds;
  const longest = Math.max(longestRetryMilliseconds, retryMilliseconds);
  return Math.min(longest, everyMilliseconds, retryMilliseconds * 2 ** (failures - 1));
};

/** Runs a job repeatedly, one run at a time, until the signal aborts. */
export const schedule = async (job: Job, signal: AbortSignal, logger: Logger): Promise<void> => {
  let failures = 0;
  while (!signal.aborted) {
    failures = await job.run().then(
      () => 0,
      (err: unknown) => {
        logger.warn({ err, job: job.name }, 'a background job failed');
        return failures + 1;
      },
    );
    // An aborted delay ends the loop.
    await delay(pauseAfter(failures, job), undefined, { signal, ref: false }).catch(() => undefined);
  }
};
