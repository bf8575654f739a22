import { readXml } from '../body/read-document.ts';
import { requireBucket } from '../buckets/require-bucket.ts';
import type { Operation } from '../operation.ts';
import { S3Error } from '../protocol/errors.ts';
import type { S3Request } from '../protocol/s3-request.ts';
import { xmlResponse } from '../protocol/s3-response.ts';
import type { XmlElement } from '../protocol/xml.ts';
import type { Store } from '../store/open-store.ts';
import { assertWritable } from './preconditions.ts';

const maxKeys = 1000;

const assertDigestGiven = ({ headers }: S3Request) => {
  const names = [...headers.keys()];
  if (
    names.some(
      (name) => name === 'content-md5' || name === 'x-amz-trailer' || name.startsWith('x-amz-checksum-'),
    )
  ) {
    return;
  }
  throw new S3Error('InvalidRequest', {
    message: 'Missing required header for this request: Content-MD5 OR x-amz-checksum-*',
  });
};

// Only for objects with versions and for directory buckets.
const unsupported = ['VersionId', 'LastModifiedTime', 'Size'];

type Target = { key: string; headers: ReadonlyMap<string, string> };

const readTarget = (element: XmlElement): Target => {
  if (unsupported.some((name) => element.optionalText(name) !== undefined))
    throw new S3Error('NotImplemented', {
      message: 'These conditions of DeleteObjects are not implemented.',
    });
  const etag = element.optionalText('ETag');
  return { key: element.text('Key'), headers: new Map(etag === undefined ? [] : [['if-match', etag]]) };
};

/** Deletes an object. Returns the error if its condition fails. */
const remove = (store: Store, bucket: string, { key, headers }: Target): S3Error | undefined => {
  const object = store.objects.find(bucket, key);
  try {
    assertWritable(headers, key, object);
  } catch (error) {
    if (error instanceof S3Error) return error;
    throw error;
  }
  if (object) store.deleteObject(object);
  return undefined;
};

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteObjects.html, in one transaction. */
export const deleteObjects: Operation = async ({ store }, request, body) => {
  requireBucket(store, request.bucket);
  assertDigestGiven(request);
  const document = await readXml(body, 'Delete');
  const elements = document.elements('Object');
  if (elements.length === 0 || elements.length > maxKeys) throw new S3Error('MalformedXML');
  const targets = elements.map(readTarget);
  const results = await store.commit(() =>
    targets.map((target) => ({ Key: target.key, error: remove(store, request.bucket, target) })),
  );
  const isQuiet = document.optionalText('Quiet') === 'true';
  return xmlResponse('DeleteResult', {
    Deleted: results.flatMap(({ Key, error }) => (error || isQuiet ? [] : [{ Key }])),
    Error: results.flatMap(({ Key, error }) =>
      error ? [{ Key, Code: error.code, Message: error.message }] : [],
    ),
  });
};
