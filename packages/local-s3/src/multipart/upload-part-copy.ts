import { requireBucket } from '../buckets/require-bucket.ts';
import { checksumElement } from '../checksum/checksum.ts';
import { digestBytes } from '../checksum/digest-bytes.ts';
import type { ByteRange } from '../objects/byte-range.ts';
import { quoteEtag } from '../objects/etag.ts';
import { requireCopySource } from '../objects/require-copy-source.ts';
import { maxUploadBytes } from '../objects/upload-size.ts';
import type { Operation } from '../operation.ts';
import { invalidArgument, S3Error } from '../protocol/errors.ts';
import { xmlResponse } from '../protocol/s3-response.ts';
import type { Store } from '../store/open-store.ts';
import type { Part } from '../store/parts.ts';
import { parsePartNumber } from './part-number.ts';
import { requireUpload } from './require-upload.ts';

const rangeHeader = 'x-amz-copy-source-range';

/** Unlike a `Range` of a read, it has both ends and lies within the source. */
const readRange = (header: string | undefined, size: number): ByteRange => {
  if (header === undefined) return { start: 0, end: size };
  const [, first, last] = /^bytes=(\d{1,15})-(\d{1,15})$/.exec(header) ?? [];
  if (first === undefined || last === undefined || Number(first) > Number(last)) {
    throw invalidArgument(
      'The x-amz-copy-source-range value must be of the form bytes=first-last where first and last are the zero-based offsets of the first and last bytes to copy',
      rangeHeader,
      header,
    );
  }
  if (Number(last) < size) return { start: Number(first), end: Number(last) + 1 };
  throw invalidArgument(
    `Range specified is not valid for source object of size: ${size}`,
    rangeHeader,
    header,
  );
};

const assertSize = ({ start, end }: ByteRange): void => {
  if (end - start <= maxUploadBytes) return;
  throw new S3Error('InvalidRequest', {
    message: `The specified copy source is larger than the maximum allowable size for a copy source: ${maxUploadBytes}`,
  });
};

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_UploadPartCopy.html */
export const uploadPartCopy: Operation<{ store: Store; now: () => Date }> = async (
  { store, now },
  request,
) => {
  requireBucket(store, request.bucket);
  const number = parsePartNumber(request.query.get('partNumber') ?? '');
  const { checksum: wanted } = requireUpload(store, request);
  const source = requireCopySource(store, request.headers);
  const range = readRange(request.headers.get(rangeHeader), source.size);
  assertSize(range);
  const reader = store.read(source, range.start, range.end);
  const payload = digestBytes(reader.bytes, wanted?.algorithm);
  try {
    const part = await store.commitBlob(payload.bytes, ({ id: blob, size }): Part => {
      // The upload may have been completed or aborted while the bytes were copied.
      const upload = requireUpload(store, request);
      const { md5, checksum } = payload.digests();
      const created = {
        number,
        blob,
        size,
        etag: md5.toString('hex'),
        lastModified: now().getTime(),
        checksum,
      };
      store.putPart(upload.id, created);
      return created;
    });
    return xmlResponse('CopyPartResult', {
      ETag: quoteEtag(part.etag),
      LastModified: new Date(part.lastModified).toISOString(),
      ...(part.checksum && { [checksumElement(part.checksum.algorithm)]: part.checksum.value }),
    });
  } finally {
    await reader.close();
  }
};
