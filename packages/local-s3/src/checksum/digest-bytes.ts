import { createHash } from 'node:crypto';
import { type ChecksumAlgorithm, createChecksum } from './checksum.ts';

/** Size and digests of a byte stream. */
export type Digests = {
  size: number;
  md5: Buffer;
  checksum: { algorithm: ChecksumAlgorithm; value: string } | undefined;
};

/** A byte stream that is hashed while it is read, once. */
export type DigestedBytes = {
  bytes: AsyncIterable<Buffer>;
  /** Returns the result. Throws before the last byte has been read. */
  digests(): Digests;
};

/** Hashes a stream while it is read: MD5 for the ETag, and the checksum if an algorithm is set. */
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
      if (!digests) throw new Error('The bytes have not been read to the end.');
      return digests;
    },
  };
};
