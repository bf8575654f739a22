import { createHash } from 'node:crypto';
import { type ChecksumAlgorithm, createChecksum } from './checksum.ts';

/** What a stream of bytes hashed to. */
export type Digests = {
  size: number;
  md5: Buffer;
  checksum: { algorithm: ChecksumAlgorithm; value: string } | undefined;
};

/** Bytes that can be read once, and what they hashed to. */
export type DigestedBytes = {
  bytes: AsyncIterable<Buffer>;
  /** Only after the last byte. */
  digests(): Digests;
};

/** Hashes bytes on their way: MD5 for the ETag, and the checksum that is wanted. */
export const digestBytes = (
  source: AsyncIterable<Buffer>,
  algorithm: ChecksumAlgorithm | undefined,
): DigestedBytes => {
  let digests: Digests | undefined;

  async function* read() {
    let size = 0;
    const md5 = createHash('md5');
    const checksum = algorithm && createChecksum(algorithm);
    for await (const chunk of source) {
      size += chunk.length;
      md5.update(chunk);
      checksum?.update(chunk);
      yield chunk;
    }
    const value = await checksum?.digest();
    digests = {
      size,
      md5: md5.digest(),
      checksum: algorithm && value && { algorithm, value: value.toString('base64') },
    };
  }

  return {
    bytes: read(),
    digests: () => {
      if (!digests) throw new Error('The bytes were not read to their end.');
      return digests;
    },
  };
};
