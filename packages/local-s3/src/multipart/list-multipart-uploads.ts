import { requireBucket } from '../buckets/require-bucket.ts';
import type { Operation } from '../operation.ts';
import { S3Error } from '../protocol/errors.ts';
import { readKeyEncoding } from '../protocol/key-encoding.ts';
import { owner } from '../protocol/owner.ts';
import { readPageSize } from '../protocol/page-size.ts';
import { xmlResponse } from '../protocol/s3-response.ts';
import type { Upload } from '../store/uploads.ts';

const describeUpload = ({ id, key, initiatedAt, checksum }: Upload, encode: (key: string) => string) => ({
  Key: encode(key),
  UploadId: id,
  Initiator: owner,
  Owner: owner,
  StorageClass: 'STANDARD',
  Initiated: new Date(initiatedAt).toISOString(),
  ChecksumAlgorithm: checksum?.algorithm,
  ChecksumType: checksum?.type,
});

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListMultipartUploads.html, without `delimiter`. */
export const listMultipartUploads: Operation = ({ store }, { bucket, query }) => {
  requireBucket(store, bucket);
  if (query.get('delimiter')) {
    throw new S3Error('NotImplemented', {
      message: 'A delimiter of ListMultipartUploads is not implemented.',
    });
  }
  const encode = readKeyEncoding(query);
  const limit = readPageSize(query, 'max-uploads');
  const prefix = query.get('prefix') ?? '';
  const key = query.get('key-marker') ?? '';
  // S3 ignores an upload id without a key. The empty key sorts before all others.
  const id = key === '' ? '' : (query.get('upload-id-marker') ?? undefined);
  const found = store.uploads.list(bucket, prefix, { key, id }, limit + 1);
  const page = found.slice(0, limit);
  const isTruncated = found.length > limit;
  const last = page.at(-1);
  return xmlResponse('ListMultipartUploadsResult', {
    Bucket: bucket,
    Prefix: encode(prefix),
    KeyMarker: encode(key),
    UploadIdMarker: id,
    NextKeyMarker: isTruncated && last ? encode(last.key) : undefined,
    NextUploadIdMarker: isTruncated ? last?.id : undefined,
    EncodingType: query.get('encoding-type') ?? undefined,
    MaxUploads: limit,
    IsTruncated: isTruncated,
    Upload: page.map((upload) => describeUpload(upload, encode)),
  });
};
