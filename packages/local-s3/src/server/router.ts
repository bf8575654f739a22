import { createBucket } from '../buckets/create-bucket.ts';
import { getBucketCors } from '../buckets/get-bucket-cors.ts';
import { headBucket } from '../buckets/head-bucket.ts';
import { listBuckets } from '../buckets/list-buckets.ts';
import { putBucketCors } from '../buckets/put-bucket-cors.ts';
import { abortMultipartUpload } from '../multipart/abort-multipart-upload.ts';
import { completeMultipartUpload } from '../multipart/complete-multipart-upload.ts';
import { createMultipartUpload } from '../multipart/create-multipart-upload.ts';
import { listMultipartUploads } from '../multipart/list-multipart-uploads.ts';
import { listParts } from '../multipart/list-parts.ts';
import { uploadPart } from '../multipart/upload-part.ts';
import { copyObject } from '../objects/copy-object.ts';
import { deleteObject } from '../objects/delete-object.ts';
import { deleteObjects } from '../objects/delete-objects.ts';
import { getObject } from '../objects/get-object.ts';
import { headObject } from '../objects/head-object.ts';
import { listObjectsV2 } from '../objects/list-objects-v2.ts';
import { putObject } from '../objects/put-object.ts';
import type { Operation } from '../operation.ts';
import { S3Error } from '../protocol/errors.ts';
import type { S3Request } from '../protocol/s3-request.ts';

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
