import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { Crc32c, Crc64Nvme } from '@aws-sdk/checksums/crc';

/** An incremental digest. */
export type RunningChecksum = { update(bytes: Buffer): void; digest(): Promise<Buffer> };

const hash = (name: 'sha1' | 'sha256') => (): RunningChecksum => {
  const running = createHash(name);
  return { update: (bytes) => void running.update(bytes), digest: async () => running.digest() };
};

const createCrc32 = (): RunningChecksum => {
  let value = 0;
  return {
    update: (bytes) => {
      value = crc32(bytes, value);
    },
    digest: async () => {
      const digest = Buffer.alloc(4);
      digest.writeUInt32BE(value);
      return digest;
    },
  };
};

const fromSdk =
  (Checksum: new () => { update(bytes: Uint8Array): void; digest(): Promise<Uint8Array> }) =>
  (): RunningChecksum => {
    const running = new Checksum();
    return {
      update: (bytes) => running.update(bytes),
      digest: async () => Buffer.from(await running.digest()),
    };
  };

const factories = {
  CRC32: createCrc32,
  CRC32C: fromSdk(Crc32c),
  CRC64NVME: fromSdk(Crc64Nvme),
  SHA1: hash('sha1'),
  SHA256: hash('sha256'),
} as const;

/** Name of an algorithm: https://docs.aws.amazon.com/AmazonS3/latest/userguide/checking-object-integrity.html */
export type ChecksumAlgorithm = keyof typeof factories;

/** `FULL_OBJECT` is the checksum of the bytes, `COMPOSITE` that of the checksums of the parts. */
export type ChecksumType = 'FULL_OBJECT' | 'COMPOSITE';

/** A checksum in Base64. A composite one ends with `-` and the number of parts. */
export type Checksum = { algorithm: ChecksumAlgorithm; type: ChecksumType; value: string };

/** All algorithms. */
export const checksumAlgorithms = Object.keys(factories) as ChecksumAlgorithm[];

/** Length of a digest in bytes. */
export const digestLengths: Record<ChecksumAlgorithm, number> = {
  CRC32: 4,
  CRC32C: 4,
  CRC64NVME: 8,
  SHA1: 20,
  SHA256: 32,
};

/** Creates a digest of the algorithm. */
export const createChecksum = (algorithm: ChecksumAlgorithm) => factories[algorithm]();

/** Whether a name from a request is that of an algorithm. */
export const isChecksumAlgorithm = (name: string): name is ChecksumAlgorithm =>
  Object.hasOwn(factories, name);

/** Header with a checksum, such as `x-amz-checksum-sha256`. */
export const checksumHeader = (algorithm: ChecksumAlgorithm) => `x-amz-checksum-${algorithm.toLowerCase()}`;

/** XML element with a checksum, such as `ChecksumSHA256`. */
export const checksumElement = (algorithm: ChecksumAlgorithm) => `Checksum${algorithm}`;
