import { expect, test } from 'vitest';
import { formatBytes } from './format-bytes.ts';

test.each([
  [0, '0 bytes'],
  [1, '1 byte'],
  [1023, '1,023 bytes'],
  [1024, '1\u00A0KiB'],
  [1_234_567, '1.2\u00A0MiB'],
  [1024 ** 2 - 1, '1\u00A0MiB'],
  [5.5 * 1024 ** 2, '5.5\u00A0MiB'],
  [20 * 1024 ** 3, '20\u00A0GiB'],
  [5 * 1024 ** 4, '5\u00A0TiB'],
  [2 * 1024 ** 5, '2,048\u00A0TiB'],
])('formats %d bytes as "%s"', (bytes, text) => {
  expect(formatBytes(bytes)).toBe(text);
});
