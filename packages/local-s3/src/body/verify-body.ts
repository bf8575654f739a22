import { createHash } from 'node:crypto';
import { checksumHeader } from '../checksum/checksum.ts';
import { type DigestedBytes, type Digests, digestBytes } from '../checksum/digest-bytes.ts';
import { S3Error } from '../protocol/errors.ts';
import { assertChecksumValue, type ExpectedDigests } from './expected-digests.ts';

/** What is known of a body: its size and digests now, its trailing headers once it was read. */
export type BodyPromises = {
  size: number | undefined;
  digests: ExpectedDigests;
  trailers: ReadonlyMap<string, string>;
};

const assertChecksum = ({ checksum }: Digests, { digests, trailers }: BodyPromises) => {
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

/** Hashes a body on its way; reading throws at the end when it is not what the client promised. */
export const verifyBody = (source: AsyncIterable<Buffer>, promises: BodyPromises): DigestedBytes => {
  const { md5, sha256Hex, checksum } = promises.digests;
  const digested = digestBytes(source, checksum?.algorithm);

  async function* read() {
    const sha256 = sha256Hex === undefined ? undefined : createHash('sha256');
    for await (const chunk of digested.bytes) {
      sha256?.update(chunk);
      yield chunk;
    }
    const actual = digested.digests();
    if (promises.size !== undefined && promises.size !== actual.size) throw new S3Error('IncompleteBody');
    if (md5 && !md5.equals(actual.md5)) throw new S3Error('BadDigest');
    if (sha256 && sha256.digest('hex') !== sha256Hex) throw new S3Error('XAmzContentSHA256Mismatch');
    assertChecksum(actual, promises);
  }

  return { bytes: read(), digests: digested.digests };
};
