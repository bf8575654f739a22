import { setTimeout as delay } from 'node:timers/promises';
import type { Logger } from 'pino';

type Job = {
  name: string;
  run: () => Promise<void>;
  everyMilliseconds: number;
  retryMilliseconds: number;
};

/** Runs a job repeatedly, one run at a time, until the signal aborts. */
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
    // An aborted delay ends the loop.
    await delay(pause, undefined, { signal, ref: false }).catch(() => undefined);
  }
};
