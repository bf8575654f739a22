import { createHash } from 'node:crypto';
import { readXml } from '../body/read-document.ts';
import { requireBucket } from '../buckets/require-bucket.ts';
import { checksumElements } from '../objects/checksum-headers.ts';
import { quoteEtag } from '../objects/etag.ts';
import { assertWritable } from '../objects/preconditions.ts';
import type { Operation } from '../operation.ts';
import { S3Error } from '../protocol/errors.ts';
import type { S3Request } from '../protocol/s3-request.ts';
import { type S3Response, xmlResponse } from '../protocol/s3-response.ts';
import type { StoredObject } from '../store/objects.ts';
import type { Store } from '../store/open-store.ts';
import type { Part } from '../store/parts.ts';
import type { Upload } from '../store/uploads.ts';
import { assertExpectedObject } from './assert-expected-object.ts';
import { type CompletedPart, parseCompletedParts, selectParts } from './completed-parts.ts';
import { composeChecksum } from './compose-checksum.ts';
import { findUpload, requireUpload } from './require-upload.ts';

const multipartEtag = (parts: readonly Part[]) => {
  const md5 = createHash('md5');
  for (const { etag } of parts) md5.update(etag, 'hex');
  return `${md5.digest('hex')}-${parts.length}`;
};

const assembleObject = async (upload: Upload, parts: readonly Part[]): Promise<StoredObject> => ({
  id: upload.id,
  bucket: upload.bucket,
  key: upload.key,
  size: parts.reduce((sum, { size }) => sum + size, 0),
  etag: multipartEtag(parts),
  // The time of initiation: https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingMetadata.html
  lastModified: upload.initiatedAt,
  headers: upload.headers,
  checksum: await composeChecksum(upload, parts),
});

/** Returns the object that this upload has already become, so that a client can retry after a lost response. */
const findCompletedObject = (store: Store, request: S3Request, listed: readonly CompletedPart[]) => {
  const object = store.objects.find(request.bucket, request.key);
  if (!object || object.id !== request.query.get('uploadId')) return undefined;
  const stored = store.parts.list(object.id);
  const isSameList =
    stored.length === listed.length &&
    stored.every(
      ({ number, etag }, index) => number === listed[index]?.number && etag === listed[index].etag,
    );
  return isSameList ? object : undefined;
};

const complete = async (store: Store, request: S3Request, listed: readonly CompletedPart[]) => {
  const upload = requireUpload(store, request);
  const parts = selectParts(upload, listed, store.parts.list(upload.id));
  const object = await assembleObject(upload, parts);
  assertExpectedObject(request.headers, object);
  const isUnchanged = ({ number, blob }: Part) => store.parts.find(upload.id, number)?.blob === blob;
  return store.commit(() => {
    // Parts may have been replaced, or the upload aborted, while the checksum was computed.
    requireUpload(store, request);
    if (!parts.every(isUnchanged)) throw new S3Error('InvalidPart', { details: { UploadId: upload.id } });
    assertWritable(request.headers, request.key, store.objects.find(request.bucket, request.key));
    store.completeUpload(object, new Set(parts.map(({ number }) => number)));
    return object;
  });
};

const completedResponse = ({ bucket, key, etag, checksum }: StoredObject, host = 'localhost'): S3Response =>
  xmlResponse('CompleteMultipartUploadResult', {
    Location: `http://${host}/${bucket}/${key.split('/').map(encodeURIComponent).join('/')}`,
    Bucket: bucket,
    Key: key,
    ETag: quoteEtag(etag),
    ...checksumElements(checksum),
  });

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_CompleteMultipartUpload.html. Copies no bytes. */
export const completeMultipartUpload: Operation = async ({ store }, request, body) => {
  requireBucket(store, request.bucket);
  const listed = parseCompletedParts(
    await readXml(body, 'CompleteMultipartUpload', { checksumIsOfBody: false }),
  );
  const completed = findUpload(store, request) ? undefined : findCompletedObject(store, request, listed);
  return completedResponse(
    completed ?? (await complete(store, request, listed)),
    request.headers.get('host'),
  );
};
