import { expect, test } from 'vitest';
import { toIsoInstant } from './iso-instant.ts';

test.each([
  ['2026-11-29 15:44:07.123+00', '2026-11-29T15:44:07.123Z'],
  ['2026-11-29 15:44:07.1+00', '2026-11-29T15:44:07.100Z'],
  ['2026-11-29 15:44:07+00', '2026-11-29T15:44:07.000Z'],
  ['2026-11-29 15:44:07.123+05:30', '2026-11-29T10:14:07.123Z'],
  ['2026-11-29 15:44:07-08', '2026-11-29T23:44:07.000Z'],
])('the instant %s becomes %s', (text, instant) => {
  expect(toIsoInstant(text)).toBe(instant);
});
