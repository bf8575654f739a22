import { requireBucket } from '../buckets/require-bucket.ts';
import { checksumElement } from '../checksum/checksum.ts';
import { quoteEtag } from '../objects/etag.ts';
import type { Operation } from '../operation.ts';
import { invalidArgument } from '../protocol/errors.ts';
import { owner } from '../protocol/owner.ts';
import { readPageSize } from '../protocol/page-size.ts';
import { xmlResponse } from '../protocol/s3-response.ts';
import type { Part } from '../store/parts.ts';
import { requireUpload } from './require-upload.ts';

const readMarker = (query: URLSearchParams) => {
  const text = query.get('part-number-marker') ?? '0';
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw invalidArgument('Argument part-number-marker must be an integer', 'part-number-marker', text);
};

const describePart = ({ number, lastModified, etag, size, checksum }: Part) => ({
  PartNumber: number,
  LastModified: new Date(lastModified).toISOString(),
  ETag: quoteEtag(etag),
  Size: size,
  ...(checksum && { [checksumElement(checksum.algorithm)]: checksum.value }),
});

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListParts.html */
export const listParts: Operation = ({ store }, request) => {
  requireBucket(store, request.bucket);
  const upload = requireUpload(store, request);
  const limit = readPageSize(request.query, 'max-parts');
  const after = readMarker(request.query);
  const found = store.parts.list(upload.id, { after, limit: limit + 1 });
  const page = found.slice(0, limit);
  return xmlResponse('ListPartsResult', {
    Bucket: upload.bucket,
    Key: upload.key,
    UploadId: upload.id,
    Initiator: owner,
    Owner: owner,
    StorageClass: 'STANDARD',
    PartNumberMarker: after,
    // S3 sends it on the last page as well. A client that ignores IsTruncated loops endlessly here as there.
    NextPartNumberMarker: page.at(-1)?.number ?? after,
    MaxParts: limit,
    IsTruncated: found.length > limit,
    ChecksumAlgorithm: upload.checksum?.algorithm,
    ChecksumType: upload.checksum?.type,
    Part: page.map(describePart),
  });
};
