import { requireBucket } from '../buckets/require-bucket.ts';
import { checksumHeader } from '../checksum/checksum.ts';
import { quoteEtag } from '../objects/etag.ts';
import { assertUploadSize } from '../objects/upload-size.ts';
import type { Operation } from '../operation.ts';
import type { Store } from '../store/open-store.ts';
import type { Part } from '../store/parts.ts';
import { parsePartNumber } from './part-number.ts';
import { requireUpload } from './require-upload.ts';
import { assertPartChecksum } from './upload-checksum.ts';

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_UploadPart.html */
export const uploadPart: Operation<{ store: Store; now: () => Date }> = async (
  { store, now },
  request,
  body,
) => {
  requireBucket(store, request.bucket);
  const number = parsePartNumber(request.query.get('partNumber') ?? '');
  requireUpload(store, request);
  assertUploadSize(body);
  const payload = body.open();
  const { etag, checksum } = await store.commitBlob(payload.bytes, ({ id: blob, size }): Part => {
    // The upload may have been completed or aborted while the bytes arrived.
    const upload = requireUpload(store, request);
    const digests = payload.digests();
    assertPartChecksum(upload, digests.checksum);
    const part = {
      number,
      blob,
      size,
      etag: digests.md5.toString('hex'),
      lastModified: now().getTime(),
      checksum: digests.checksum,
    };
    store.putPart(upload.id, part);
    return part;
  });
  return {
    status: 200,
    headers: {
      etag: quoteEtag(etag),
      ...(checksum && { [checksumHeader(checksum.algorithm)]: checksum.value }),
    },
  };
};
