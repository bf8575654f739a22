import { describe, expect, test } from 'vitest';
import { isCurrentTimestamp } from './claim-timestamp.ts';

const now = Date.UTC(2026, 10, 3, 9, 5, 7);

describe('isCurrentTimestamp', () => {
  test.each(['Tue Nov 3 09:05:07 UTC 2026', 'Tue Nov 3 09:15:07 UTC 2026', 'Tue Nov 3 08:55:07 UTC 2026'])(
    'accepts %s',
    (timestamp) => expect(isCurrentTimestamp(timestamp, now)).toBe(true),
  );

  test.each([
    'Tue Nov 3 09:20:08 UTC 2026',
    'Tue Nov 3 08:50:06 UTC 2026',
    'Wed Nov 3 09:05:07 UTC 2026',
    'Nov 3 09:05:07 UTC 2026',
    'Tue Nov 03 09:05:07 UTC 2026',
    'Tue Nov 3 9:05:07 UTC 2026',
    'Tue Nov 3 09:05:07 GMT 2026',
    'Tue Nov 3 99:05:07 UTC 2026',
    '2026-11-03T09:05:07Z',
    '',
  ])('rejects "%s"', (timestamp) => expect(isCurrentTimestamp(timestamp, now)).toBe(false));
});
