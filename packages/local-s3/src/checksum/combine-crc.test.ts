import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createChecksum } from './checksum.ts';
import { type CrcAlgorithm, combineCrcs } from './combine-crc.ts';

const digestOf = async (algorithm: CrcAlgorithm, bytes: Buffer) => {
  const checksum = createChecksum(algorithm);
  checksum.update(bytes);
  return checksum.digest();
};

test.each(['CRC32', 'CRC32C', 'CRC64NVME'] as const)(
  'combines the %s of any parts to that of the whole',
  async (algorithm) => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.uint8Array({ maxLength: 300 }), { maxLength: 6 }), async (pieces) => {
        const buffers = pieces.map((piece) => Buffer.from(piece));
        const parts = await Promise.all(
          buffers.map(async (bytes) => ({ digest: await digestOf(algorithm, bytes), size: bytes.length })),
        );

        expect(combineCrcs(algorithm, parts)).toEqual(await digestOf(algorithm, Buffer.concat(buffers)));
      }),
    );
  },
);
