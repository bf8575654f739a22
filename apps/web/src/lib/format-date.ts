import { language } from '#config/language.ts';

const seconds = { minute: 60, hour: 3600, day: 86_400 } as const;

/** Formats a date with its time: "Nov 24, 2026, 2:05 PM", which never breaks before "PM". */
export const formatDateTime = (instant: string): string =>
  new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' })
    .format(new Date(instant))
    .replace(/\s(?=[AP]M$)/, '\u00A0');

/**
 * Formats a date of the last week as relative ("5 minutes ago", "yesterday") and an older one as a date. `now` is in
 * milliseconds; `useNow` keeps the text up to date.
 */
export const formatDate = (instant: string, now: number): string => {
  const date = new Date(instant);
  // Not later than now, even by a slow clock.
  const elapsed = Math.min(0, Math.round((date.getTime() - now) / 1000));
  const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  const distance = Math.abs(elapsed);
  if (distance < seconds.minute) return relative.format(0, 'second');
  if (distance < seconds.hour) return relative.format(Math.trunc(elapsed / seconds.minute), 'minute');
  if (distance < seconds.day) return relative.format(Math.trunc(elapsed / seconds.hour), 'hour');
  if (distance < 7 * seconds.day) return relative.format(Math.trunc(elapsed / seconds.day), 'day');
  return new Intl.DateTimeFormat(language, { dateStyle: 'medium' }).format(date);
};
