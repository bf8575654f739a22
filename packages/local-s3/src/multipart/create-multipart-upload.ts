import { randomBytes } from 'node:crypto';
import { requireBucket } from '../buckets/require-bucket.ts';
import { readObjectHeaders } from '../objects/object-headers.ts';
import type { Operation } from '../operation.ts';
import { xmlResponse } from '../protocol/s3-response.ts';
import type { Store } from '../store/open-store.ts';
import { readUploadChecksum } from './upload-checksum.ts';

// Listings sort the uploads of a key by time and compare ids, so the id begins with the time.
const createUploadId = (initiatedAt: number) =>
  `${initiatedAt.toString(16).padStart(12, '0')}${randomBytes(20).toString('hex')}`;

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_CreateMultipartUpload.html */
export const createMultipartUpload: Operation<{ store: Store; now: () => Date }> = async (
  { store, now },
  { bucket, key, headers },
) => {
  requireBucket(store, bucket);
  const checksum = readUploadChecksum(headers);
  const initiatedAt = now().getTime();
  const id = createUploadId(initiatedAt);
  const upload = { id, bucket, key, initiatedAt, headers: readObjectHeaders(headers), checksum };
  await store.commit(() => store.uploads.insert(upload));
  const response = xmlResponse('InitiateMultipartUploadResult', { Bucket: bucket, Key: key, UploadId: id });
  if (!checksum) return response;
  return {
    ...response,
    headers: {
      ...response.headers,
      'x-amz-checksum-algorithm': checksum.algorithm,
      'x-amz-checksum-type': checksum.type,
    },
  };
};
