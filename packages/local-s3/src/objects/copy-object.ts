import { requireBucket } from '../buckets/require-bucket.ts';
import { isChecksumAlgorithm } from '../checksum/checksum.ts';
import { digestBytes } from '../checksum/digest-bytes.ts';
import type { Operation } from '../operation.ts';
import { invalidArgument, S3Error } from '../protocol/errors.ts';
import type { S3Request } from '../protocol/s3-request.ts';
import { xmlResponse } from '../protocol/s3-response.ts';
import type { StoredObject } from '../store/objects.ts';
import type { Store } from '../store/open-store.ts';
import { checksumElements } from './checksum-headers.ts';
import { quoteEtag } from './etag.ts';
import { readObjectHeaders } from './object-headers.ts';
import { assertWritable } from './preconditions.ts';
import { requireCopySource } from './require-copy-source.ts';
import { singlePartObject } from './single-part-object.ts';
import { maxUploadBytes } from './upload-size.ts';

const readDirective = ({ headers }: S3Request) => {
  const directive = headers.get('x-amz-metadata-directive') ?? 'COPY';
  if (directive === 'COPY' || directive === 'REPLACE') return directive;
  throw invalidArgument('Unknown metadata directive.', 'x-amz-metadata-directive', directive);
};

const assertCopyable = ({ bucket, key }: S3Request, source: StoredObject, directive: string) => {
  if (source.size > maxUploadBytes) {
    throw new S3Error('InvalidRequest', {
      message: `The specified copy source is larger than the maximum allowable size for a copy source: ${maxUploadBytes}`,
    });
  }
  if (source.bucket === bucket && source.key === key && directive === 'COPY') {
    throw new S3Error('InvalidRequest', {
      message:
        "This copy request is illegal because it is trying to copy an object to itself without changing the object's metadata, storage class, website redirect location or encryption attributes.",
    });
  }
};

const readAlgorithm = ({ headers }: S3Request, source: StoredObject) => {
  const name = headers.get('x-amz-checksum-algorithm');
  if (name === undefined) return source.checksum?.algorithm;
  if (isChecksumAlgorithm(name)) return name;
  throw new S3Error('InvalidRequest', { message: 'Checksum algorithm provided is unsupported.' });
};

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_CopyObject.html. The copy has a single part. */
export const copyObject: Operation<{ store: Store; now: () => Date }> = async ({ store, now }, request) => {
  const { bucket, key, headers } = request;
  requireBucket(store, bucket);
  const source = requireCopySource(store, headers);
  const directive = readDirective(request);
  assertCopyable(request, source, directive);
  const objectHeaders = directive === 'COPY' ? source.headers : readObjectHeaders(headers);
  const algorithm = readAlgorithm(request, source);

  const reader = store.read(source, 0, source.size);
  const payload = digestBytes(reader.bytes, algorithm);
  try {
    const { object } = await store.commitBlob(payload.bytes, (blob) => {
      assertWritable(headers, key, store.objects.find(bucket, key));
      const created = singlePartObject(
        { bucket, key, headers: objectHeaders },
        blob,
        payload.digests(),
        now(),
      );
      store.putObject(created.object, created.part);
      return created;
    });
    return xmlResponse('CopyObjectResult', {
      ETag: quoteEtag(object.etag),
      LastModified: new Date(object.lastModified).toISOString(),
      ...checksumElements(object.checksum),
    });
  } finally {
    await reader.close();
  }
};
