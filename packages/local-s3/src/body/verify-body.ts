import { createHash } from 'node:crypto';
import { checksumHeader } from '../checksum/checksum.ts';
import { type DigestedBytes, type Digests, digestBytes } from '../checksum/digest-bytes.ts';
import { S3Error } from '../protocol/errors.ts';
import { assertChecksumValue, type ExpectedDigests } from './expected-digests.ts';

/** Size and digests that the request announces. The trailers are complete once the body has been read. */
export type ExpectedBody = {
  size: number | undefined;
  digests: ExpectedDigests;
  trailers: ReadonlyMap<string, string>;
};

const assertChecksum = ({ checksum }: Digests, { digests, trailers }: ExpectedBody) => {
  if (!checksum) return;
  const { algorithm, value } = checksum;
  const expected = digests.checksum?.value ?? trailers.get(checksumHeader(algorithm));
  if (expected === undefined) {
    throw new S3Error('InvalidRequest', {
      message: `The trailing header ${checksumHeader(algorithm)} is missing.`,
    });
  }
  assertChecksumValue(algorithm, expected);
  if (expected === value) return;
  throw new S3Error('BadDigest', {
    message: `The ${algorithm} you specified did not match the calculated checksum.`,
  });
};

/** Hashes a body while it is read. The last read throws if size or digests differ from the expected ones. */
export const verifyBody = (source: AsyncIterable<Buffer>, expected: ExpectedBody): DigestedBytes => {
  const { md5, sha256Hex, checksum } = expected.digests;
  const digested = digestBytes(source, checksum?.algorithm);

  async function* read() {
    const sha256 = sha256Hex === undefined ? undefined : createHash('sha256');
    for await (const chunk of digested.bytes) {
      sha256?.update(chunk);
      yield chunk;
    }
    const actual = digested.digests();
    if (expected.size !== undefined && expected.size !== actual.size) throw new S3Error('IncompleteBody');
    if (md5 && !md5.equals(actual.md5)) throw new S3Error('BadDigest');
    if (sha256 && sha256.digest('hex') !== sha256Hex) throw new S3Error('XAmzContentSHA256Mismatch');
    assertChecksum(actual, expected);
  }

  return { bytes: read(), digests: digested.digests };
};
