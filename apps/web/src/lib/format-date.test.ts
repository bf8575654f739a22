import { expect, test } from 'vitest';
import { formatDate, formatDateTime } from './format-date.ts';

const now = Date.parse('2026-11-24T12:00:00Z');

test.each([
  ['2026-11-24T11:59:40Z', 'now'],
  ['2026-11-24T12:10:00Z', 'now'],
  ['2026-11-24T11:55:00Z', '5 minutes ago'],
  ['2026-11-24T09:00:00Z', '3 hours ago'],
  ['2026-11-23T11:00:00Z', 'yesterday'],
  ['2026-11-20T12:00:00Z', '4 days ago'],
  ['2026-11-01T12:00:00Z', 'Nov 1, 2026'],
])('formats %s as "%s"', (instant, text) => {
  expect(formatDate(instant, now)).toBe(text);
});

test('formats a date with its time in English, without a line break in the time', () => {
  expect(formatDateTime('2026-12-24T14:05:00')).toBe('Dec 24, 2026, 2:05\u00A0PM');
});
