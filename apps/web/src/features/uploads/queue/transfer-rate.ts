/** The bytes sent at a point in time, in milliseconds. */
export type RateSample = { readonly at: number; readonly sentBytes: number };

const windowMilliseconds = 8_000;
const shortestSpanMilliseconds = 500;

/** Adds a sample and drops those older than the window, so that the rate follows the connection. */
export const addRateSample = (samples: readonly RateSample[], sample: RateSample): RateSample[] => [
  ...samples.filter(({ at }) => sample.at - at <= windowMilliseconds),
  sample,
];

/** Returns the average rate over the samples, or `null` if they span too little time. */
export const bytesPerSecond = (samples: readonly RateSample[]): number | null => {
  const first = samples[0];
  const last = samples.at(-1);
  if (!first || !last || last.at - first.at < shortestSpanMilliseconds) return null;
  return Math.max(0, ((last.sentBytes - first.sentBytes) * 1000) / (last.at - first.at));
};

/** Returns the seconds until `totalBytes` are sent, or `null` while nothing is sent. */
export const secondsLeft = (samples: readonly RateSample[], totalBytes: number): number | null => {
  const speed = bytesPerSecond(samples);
  const sentBytes = samples.at(-1)?.sentBytes ?? 0;
  return speed ? Math.ceil((totalBytes - sentBytes) / speed) : null;
};
