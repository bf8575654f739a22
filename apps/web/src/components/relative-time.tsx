import { formatDate, formatDateTime } from '#lib/format-date.ts';
import { useNow } from '#lib/use-now.ts';

/** A date as its distance from now, which stays up to date. */
export const RelativeTime = ({ instant }: { instant: string }) => (
  <time dateTime={instant} title={formatDateTime(instant)}>
    {formatDate(instant, useNow())}
  </time>
);
