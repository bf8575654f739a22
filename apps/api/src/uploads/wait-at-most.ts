import { setTimeout as delay } from 'node:timers/promises';

/** Ends with the work or after this time, whichever comes first; the work itself goes on. */
export const waitAtMost = async (milliseconds: number, work: Promise<void>): Promise<void> => {
  const patience = new AbortController();
  const timeout = delay(milliseconds, undefined, { signal: patience.signal }).catch(() => undefined);
  await Promise.race([work, timeout]).finally(() => patience.abort());
};
