import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseByteRange } from './byte-range.ts';

test('returns a range within the object for any header', () => {
  const header = fc.oneof(
    fc.tuple(fc.nat(), fc.nat()).map(([first, last]) => `bytes=${first}-${last}`),
    fc.nat().map((first) => `bytes=${first}-`),
    fc.nat().map((length) => `bytes=-${length}`),
    fc.string(),
  );

  fc.assert(
    fc.property(header, fc.nat({ max: 100 }), (value, size) => {
      try {
        const { start, end } = parseByteRange(value, size) ?? { start: 0, end: size };
        expect(0 <= start && start <= end && end <= size).toBe(true);
      } catch (error) {
        expect(error).toMatchObject({ code: 'InvalidRange' });
      }
    }),
  );
});
