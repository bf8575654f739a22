import {
  type ChecksumAlgorithm,
  checksumAlgorithms,
  checksumHeader,
  digestLengths,
} from '../checksum/checksum.ts';
import { S3Error } from '../protocol/errors.ts';

/** Digests that the client announces in headers. */
export type ExpectedDigests = {
  md5?: Buffer;
  sha256Hex?: string;
  /** Without `value` if it follows as a trailer. */
  checksum?: { algorithm: ChecksumAlgorithm; value?: string };
};

/** Throws `InvalidRequest` unless the value is the Base64 form of a digest of the algorithm's length. */
export const assertChecksumValue = (algorithm: ChecksumAlgorithm, value: string) => {
  const digest = Buffer.from(value, 'base64');
  if (digest.length === digestLengths[algorithm] && digest.toString('base64') === value) return;
  throw new S3Error('InvalidRequest', {
    message: `Value for ${checksumHeader(algorithm)} header is invalid.`,
  });
};

const readMd5 = (value: string) => {
  const md5 = Buffer.from(value, 'base64');
  if (md5.length !== 16) throw new S3Error('InvalidDigest');
  return md5;
};

const readTrailingAlgorithm = (trailer: string) => {
  const name = trailer.trim().toLowerCase();
  const algorithm = checksumAlgorithms.find((candidate) => checksumHeader(candidate) === name);
  if (algorithm) return algorithm;
  throw new S3Error('InvalidRequest', {
    message: 'The value specified in the x-amz-trailer header is not supported',
  });
};

const readChecksum = (headers: ReadonlyMap<string, string>): ExpectedDigests['checksum'] => {
  const trailer = headers.get('x-amz-trailer');
  const given = checksumAlgorithms.filter((algorithm) => headers.has(checksumHeader(algorithm)));
  if (given.length + Number(trailer !== undefined) > 1) {
    throw new S3Error('InvalidRequest', {
      message: 'Expecting a single x-amz-checksum- header. Multiple checksum Types are not allowed.',
    });
  }
  if (trailer !== undefined) return { algorithm: readTrailingAlgorithm(trailer) };
  const [algorithm] = given;
  if (algorithm) {
    const value = headers.get(checksumHeader(algorithm)) ?? '';
    assertChecksumValue(algorithm, value);
    return { algorithm, value };
  }
  if (!headers.has('x-amz-sdk-checksum-algorithm')) return undefined;
  throw new S3Error('InvalidRequest', {
    message:
      'x-amz-sdk-checksum-algorithm specified, but no corresponding x-amz-checksum-* or x-amz-trailer headers were found.',
  });
};

/** Reads Content-MD5, x-amz-content-sha256 and, if they describe the body, the x-amz-checksum-* headers. */
export const readExpectedDigests = (
  headers: ReadonlyMap<string, string>,
  payloadHash: string,
  checksumIsOfBody: boolean,
): ExpectedDigests => {
  const md5 = headers.get('content-md5');
  const checksum = checksumIsOfBody ? readChecksum(headers) : undefined;
  return {
    ...(md5 !== undefined && { md5: readMd5(md5) }),
    ...(/^[0-9a-f]{64}$/.test(payloadHash) && { sha256Hex: payloadHash }),
    ...(checksum && { checksum }),
  };
};
