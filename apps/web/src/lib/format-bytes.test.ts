import { expect, test } from 'vitest';
import { formatBytes } from './format-bytes.ts';

test.each([
  [0, '0 bytes'],
  [1, '1 byte'],
  [999, '999 bytes'],
  [1000, '1 kB'],
  [1_234_567, '1.2 MB'],
  [999_999, '1 MB'],
  [5_368_709_120, '5.4 GB'],
  [5 * 1024 ** 4, '5.5 TB'],
  [2e15, '2,000 TB'],
])('formats %d bytes as "%s"', (bytes, text) => {
  expect(formatBytes(bytes)).toBe(text);
});
