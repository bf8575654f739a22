import { S3Error } from './errors.ts';
import type { S3Request } from './http/s3-request.ts';
import { abortMultipartUpload } from './operations/abort-multipart-upload.ts';
import { completeMultipartUpload } from './operations/complete-multipart-upload.ts';
import { copyObject } from './operations/copy-object.ts';
import { createBucket } from './operations/create-bucket.ts';
import { createMultipartUpload } from './operations/create-multipart-upload.ts';
import { deleteObject } from './operations/delete-object.ts';
import { deleteObjects } from './operations/delete-objects.ts';
import { getBucketCors } from './operations/get-bucket-cors.ts';
import { getObject } from './operations/get-object.ts';
import { headBucket } from './operations/head-bucket.ts';
import { headObject } from './operations/head-object.ts';
import { listBuckets } from './operations/list-buckets.ts';
import { listMultipartUploads } from './operations/list-multipart-uploads.ts';
import { listObjectsV2 } from './operations/list-objects-v2.ts';
import { listParts } from './operations/list-parts.ts';
import type { Operation } from './operations/operation.ts';
import { putBucketCors } from './operations/put-bucket-cors.ts';
import { putObject } from './operations/put-object.ts';
import { uploadPart } from './operations/upload-part.ts';

const operations: Record<string, Operation> = {
  'GET /': listBuckets,
  'PUT /bucket': createBucket,
  'HEAD /bucket': headBucket,
  'PUT /bucket?cors': putBucketCors,
  'GET /bucket?cors': getBucketCors,
  'GET /bucket?list-type=2': listObjectsV2,
  'GET /bucket?uploads': listMultipartUploads,
  'POST /bucket?delete': deleteObjects,
  'PUT /bucket/key': putObject,
  'PUT /bucket/key from x-amz-copy-source': copyObject,
  'GET /bucket/key': getObject,
  'HEAD /bucket/key': headObject,
  'DELETE /bucket/key': deleteObject,
  'POST /bucket/key?uploads': createMultipartUpload,
  'PUT /bucket/key?uploadId': uploadPart,
  'GET /bucket/key?uploadId': listParts,
  'POST /bucket/key?uploadId': completeMultipartUpload,
  'DELETE /bucket/key?uploadId': abortMultipartUpload,
};

// What S3 selects an operation by. Those that no route above names are refused, not overlooked.
const subresources = [
  'accelerate',
  'acl',
  'analytics',
  'attributes',
  'cors',
  'delete',
  'encryption',
  'intelligent-tiering',
  'inventory',
  'legal-hold',
  'lifecycle',
  'location',
  'logging',
  'metrics',
  'notification',
  'object-lock',
  'ownershipControls',
  'policy',
  'policyStatus',
  'publicAccessBlock',
  'renameObject',
  'replication',
  'requestPayment',
  'restore',
  'retention',
  'select',
  'tagging',
  'torrent',
  'uploadId',
  'uploads',
  'versioning',
  'versionId',
  'versions',
  'website',
];

const resourceOf = ({ bucket, key }: S3Request) => {
  if (bucket === '') return '/';
  return key === '' ? '/bucket' : '/bucket/key';
};

const selectorOf = ({ method, key, query, headers }: S3Request) => {
  const source = method === 'PUT' && headers.has('x-amz-copy-source') ? ' from x-amz-copy-source' : '';
  const selected = subresources.filter((name) => query.has(name)).join('&');
  if (selected !== '') return `?${selected}${source}`;
  if (key === '') return query.has('list-type') ? `?list-type=${query.get('list-type')}` : '';
  return query.has('partNumber') ? '?partNumber' : source;
};

/** The operation that a request asks for; throws `NotImplemented` or `MethodNotAllowed` when there is none here. */
export const findOperation = (request: S3Request): Operation => {
  const resource = resourceOf(request);
  const operation = operations[`${request.method} ${resource}${selectorOf(request)}`];
  if (operation) return operation;
  const isKnownMethod = ['GET', 'HEAD', 'PUT', 'POST', 'DELETE'].includes(request.method);
  throw new S3Error(isKnownMethod ? 'NotImplemented' : 'MethodNotAllowed');
};
