const seconds = { minute: 60, hour: 3600, day: 86_400 } as const;

/** A date with its time: "24 Nov 2026, 14:05". */
export const formatDateTime = (instant: string): string =>
  new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(instant));

/** How long ago in words for the last week ("5 minutes ago", "yesterday"), the date before that. */
export const formatDate = (instant: string, now = new Date(), locale?: string): string => {
  const date = new Date(instant);
  const elapsed = Math.round((date.getTime() - now.getTime()) / 1000);
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const distance = Math.abs(elapsed);
  if (distance < seconds.minute) return relative.format(0, 'second');
  if (distance < seconds.hour) return relative.format(Math.trunc(elapsed / seconds.minute), 'minute');
  if (distance < seconds.day) return relative.format(Math.trunc(elapsed / seconds.hour), 'hour');
  if (distance < 7 * seconds.day) return relative.format(Math.trunc(elapsed / seconds.day), 'day');
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium' }).format(date);
};
