import { requireBucket } from '../buckets/require-bucket.ts';
import type { Operation } from '../operation.ts';
import type { Store } from '../store/open-store.ts';
import { checksumHeaders } from './checksum-headers.ts';
import { quoteEtag } from './etag.ts';
import { readObjectHeaders } from './object-headers.ts';
import { assertWritable } from './preconditions.ts';
import { singlePartObject } from './single-part-object.ts';
import { assertUploadSize } from './upload-size.ts';

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutObject.html */
export const putObject: Operation<{ store: Store; now: () => Date }> = async (
  { store, now },
  { bucket, key, headers },
  body,
) => {
  requireBucket(store, bucket);
  assertUploadSize(body);
  const objectHeaders = readObjectHeaders(headers);
  const payload = body.open();
  const { object } = await store.commitBlob(payload.bytes, (blob) => {
    assertWritable(headers, key, store.objects.find(bucket, key));
    const created = singlePartObject({ bucket, key, headers: objectHeaders }, blob, payload.digests(), now());
    store.putObject(created.object, created.part);
    return created;
  });
  return { status: 200, headers: { etag: quoteEtag(object.etag), ...checksumHeaders(object.checksum) } };
};
