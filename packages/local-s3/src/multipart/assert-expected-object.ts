import { checksumAlgorithms, checksumHeader } from '../checksum/checksum.ts';
import { S3Error } from '../protocol/errors.ts';
import type { StoredObject } from '../store/objects.ts';

const invalid = (message: string) => new S3Error('InvalidRequest', { message });

/** Throws if the completed object differs from the headers of CompleteMultipartUpload. */
export const assertExpectedObject = (
  headers: ReadonlyMap<string, string>,
  { size, checksum }: Pick<StoredObject, 'size' | 'checksum'>,
) => {
  const expectedSize = headers.get('x-amz-mp-object-size');
  if (expectedSize !== undefined && expectedSize !== String(size)) {
    throw invalid(
      `The provided 'x-amz-mp-object-size' header value ${expectedSize} does not match what was computed: ${size}`,
    );
  }
  const expectedType = headers.get('x-amz-checksum-type');
  if (expectedType !== undefined && expectedType !== checksum?.type) {
    throw invalid(
      `The upload was created with the checksum type ${checksum?.type ?? 'null'}, not ${expectedType}.`,
    );
  }
  for (const algorithm of checksumAlgorithms) {
    const value = headers.get(checksumHeader(algorithm));
    if (value === undefined) continue;
    if (algorithm !== checksum?.algorithm || value !== checksum.value) {
      throw new S3Error('BadDigest', {
        message: `The ${algorithm} you specified did not match the calculated checksum.`,
      });
    }
  }
};
