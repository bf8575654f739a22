import type { S3Request } from '../protocol/s3-request.ts';
import type { StoredObject } from '../store/objects.ts';
import { type ByteRange, parseByteRange } from './byte-range.ts';
import { checksumHeaders } from './checksum-headers.ts';
import { isEtagListed, quoteEtag } from './etag.ts';
import { assertReadable } from './preconditions.ts';
import { readResponseOverrides } from './response-overrides.ts';

/** Status and headers of GetObject and HeadObject, and the range of bytes that they describe. */
export type ObjectDescription = {
  status: 200 | 206;
  headers: Record<string, string | number>;
  range: ByteRange;
};

const readRange = ({ headers }: S3Request, { size, etag }: StoredObject) => {
  const ifRange = headers.get('if-range');
  if (ifRange !== undefined && !isEtagListed(ifRange, etag)) return undefined;
  return parseByteRange(headers.get('range'), size);
};

/** Applies conditions, range and overrides. Throws `PreconditionFailed`, `NotModified` and `InvalidRange`. */
export const describeObject = (request: S3Request, object: StoredObject): ObjectDescription => {
  assertReadable(request.headers, object);
  const partial = readRange(request, object);
  const range = partial ?? { start: 0, end: object.size };
  const isChecksumRequested = request.headers.get('x-amz-checksum-mode')?.toUpperCase() === 'ENABLED';
  return {
    status: partial ? 206 : 200,
    range,
    headers: {
      ...object.headers,
      'accept-ranges': 'bytes',
      'content-length': range.end - range.start,
      etag: quoteEtag(object.etag),
      'last-modified': new Date(object.lastModified).toUTCString(),
      ...(partial && { 'content-range': `bytes ${range.start}-${range.end - 1}/${object.size}` }),
      ...(isChecksumRequested && !partial && checksumHeaders(object.checksum)),
      ...readResponseOverrides(request.query),
    },
  };
};
