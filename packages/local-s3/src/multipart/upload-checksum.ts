import { type ChecksumAlgorithm, type ChecksumType, isChecksumAlgorithm } from '../checksum/checksum.ts';
import type { Digests } from '../checksum/digest-bytes.ts';
import { S3Error } from '../protocol/errors.ts';
import type { Upload } from '../store/uploads.ts';

const invalid = (message: string) => new S3Error('InvalidRequest', { message });

const defaultType = (algorithm: ChecksumAlgorithm): ChecksumType =>
  algorithm === 'CRC64NVME' ? 'FULL_OBJECT' : 'COMPOSITE';

const readType = (algorithm: ChecksumAlgorithm, type: string | undefined): ChecksumType => {
  if (type === undefined) return defaultType(algorithm);
  if (type !== 'FULL_OBJECT' && type !== 'COMPOSITE') {
    throw invalid('Value for x-amz-checksum-type header is invalid.');
  }
  // https://docs.aws.amazon.com/AmazonS3/latest/userguide/checking-object-integrity-upload.html
  const isPossible = type === 'FULL_OBJECT' ? algorithm.startsWith('CRC') : algorithm !== 'CRC64NVME';
  if (isPossible) return type;
  throw invalid(
    `The ${type} checksum type cannot be used with the ${algorithm.toLowerCase()} checksum algorithm.`,
  );
};

/** Reads the checksum that the parts must have and the object will have. Throws `InvalidRequest`. */
export const readUploadChecksum = (headers: ReadonlyMap<string, string>): Upload['checksum'] => {
  const algorithm = headers.get('x-amz-checksum-algorithm')?.toUpperCase();
  const type = headers.get('x-amz-checksum-type')?.toUpperCase();
  if (algorithm === undefined) {
    if (type === undefined) return undefined;
    throw invalid(
      'The x-amz-checksum-type header can only be used with the x-amz-checksum-algorithm header.',
    );
  }
  if (!isChecksumAlgorithm(algorithm)) throw invalid('Checksum algorithm provided is unsupported.');
  return { algorithm, type: readType(algorithm, type) };
};

/** Throws `InvalidRequest` if a part lacks the checksum that its upload was created with. */
export const assertPartChecksum = ({ checksum }: Upload, actual: Digests['checksum']) => {
  if (!checksum || checksum.algorithm === actual?.algorithm) return;
  const given = actual?.algorithm.toLowerCase() ?? 'null';
  throw invalid(
    `Checksum Type mismatch occurred, expected checksum Type: ${checksum.algorithm.toLowerCase()}, actual checksum Type: ${given}`,
  );
};
