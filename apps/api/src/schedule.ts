import { setTimeout as delay } from 'node:timers/promises';
import type { Logger } from 'pino';

type Job = {
  name: string;
  run: () => Promise<void>;
  everyMilliseconds: number;
  /** How soon a run that failed is tried again. */
  retryMilliseconds: number;
};

/** Runs a job again and again, never twice at once, until the signal ends it. */
export const schedule = async (job: Job, signal: AbortSignal, logger: Logger): Promise<void> => {
  while (!signal.aborted) {
    const hasFailed = await job.run().then(
      () => false,
      (err: unknown) => {
        logger.warn({ err, job: job.name }, 'a background job failed');
        return true;
      },
    );
    const pause = hasFailed ? job.retryMilliseconds : job.everyMilliseconds;
    // An aborted wait is the end of the loop, not a failure.
    await delay(pause, undefined, { signal, ref: false }).catch(() => undefined);
  }
};
