import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { Crc32c, Crc64Nvme } from '@aws-sdk/checksums/crc';

/** A digest that is fed as the bytes pass by. */
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

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/checking-object-integrity.html */
export type ChecksumAlgorithm = keyof typeof factories;

/** Whether a checksum is that of the bytes, or that of the checksums of the parts. */
export type ChecksumType = 'FULL_OBJECT' | 'COMPOSITE';

/** A digest in Base64; a composite one ends in `-` and the number of parts. */
export type Checksum = { algorithm: ChecksumAlgorithm; type: ChecksumType; value: string };

/** Every algorithm, in the order of S3's documentation. */
export const checksumAlgorithms = Object.keys(factories) as ChecksumAlgorithm[];

/** The length of a digest in bytes. */
export const digestBytes: Record<ChecksumAlgorithm, number> = {
  CRC32: 4,
  CRC32C: 4,
  CRC64NVME: 8,
  SHA1: 20,
  SHA256: 32,
};

/** Starts a digest. */
export const createChecksum = (algorithm: ChecksumAlgorithm) => factories[algorithm]();

/** Whether a name from outside is one of the algorithms. */
export const isChecksumAlgorithm = (name: string): name is ChecksumAlgorithm =>
  Object.hasOwn(factories, name);

/** The header that carries a digest, such as `x-amz-checksum-sha256`. */
export const checksumHeader = (algorithm: ChecksumAlgorithm) => `x-amz-checksum-${algorithm.toLowerCase()}`;

/** The XML element that carries a digest, such as `ChecksumSHA256`. */
export const checksumElement = (algorithm: ChecksumAlgorithm) => `Checksum${algorithm}`;
