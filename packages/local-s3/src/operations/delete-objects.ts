import { readXml } from '../body/read-document.ts';
import { S3Error } from '../errors.ts';
import type { S3Request } from '../http/s3-request.ts';
import { xmlResponse } from '../http/s3-response.ts';
import type { Operation } from './operation.ts';
import { requireBucket } from './require-bucket.ts';

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

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteObjects.html, all in one transaction. */
export const deleteObjects: Operation = async ({ store }, request, body) => {
  requireBucket(store, request.bucket);
  assertDigestGiven(request);
  const document = await readXml(body, 'Delete');
  const objects = document.elements('Object');
  if (objects.length === 0 || objects.length > maxKeys) throw new S3Error('MalformedXML');
  if (objects.some((object) => object.optionalText('VersionId') !== undefined))
    throw new S3Error('NotImplemented');
  const keys = objects.map((object) => object.text('Key'));
  await store.commit(() => {
    for (const key of keys) {
      const object = store.objects.find(request.bucket, key);
      if (object) store.deleteObject(object);
    }
  });
  const isQuiet = document.optionalText('Quiet') === 'true';
  return xmlResponse('DeleteResult', { Deleted: isQuiet ? [] : keys.map((key) => ({ Key: key })) });
};
