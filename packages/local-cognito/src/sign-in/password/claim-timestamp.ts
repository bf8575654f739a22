// AWS documents no tolerance for SRP; it lets clients in whose clock is ten minutes off. 15 minutes is what it allows for
// the date of a signed request.
const TOLERANCE_MILLISECONDS = 15 * 60_000;

/** Formats a time as clients do: "Tue Nov 3 09:05:07 UTC 2026", without a leading zero of the day. */
const formatTimestamp = (time: number): string => {
  const [weekday, day, month, year, clock] = new Date(time).toUTCString().split(/,? /);
  return `${weekday} ${month} ${Number(day)} ${clock} UTC ${year}`;
};

/**
 * Whether the TIMESTAMP of a password claim has Cognito's format, with the right weekday, and is close to the time. AWS
 * signs its own form of the date that it has parsed, so that any other form fails like a wrong password.
 */
export const isCurrentTimestamp = (timestamp: string, now: number): boolean => {
  const time = Date.parse(timestamp);
  return Math.abs(time - now) <= TOLERANCE_MILLISECONDS && formatTimestamp(time) === timestamp;
};
