const TOLERANCE_MILLISECONDS = 5 * 60_000;

// Such as "Mon Nov 3 09:05:07 UTC 2026", without a leading zero of the day.
const form =
  /^(Sun|Mon|Tue|Wed|Thu|Fri|Sat) (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) [1-9]\d? \d\d:\d\d:\d\d UTC \d{4}$/;

/** Whether the TIMESTAMP of a password claim has Cognito's format and is at most five minutes off. */
export const isCurrentTimestamp = (timestamp: string, now: number): boolean =>
  form.test(timestamp) && Math.abs(Date.parse(timestamp) - now) <= TOLERANCE_MILLISECONDS;
