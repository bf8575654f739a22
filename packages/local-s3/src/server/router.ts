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
import { uploadPartCopy } from '../multipart/upload-part-copy.ts';
import { copyObject } from '../objects/copy-object.ts';
import { deleteObject } from '../objects/delete-object.ts';
import { deleteObjects } from '../objects/delete-objects.ts';
import { getObject } from '../objects/get-object.ts';
import { getObjectTagging } from '../objects/get-object-tagging.ts';
import { headObject } from '../objects/head-object.ts';
import { listObjectsV2 } from '../objects/list-objects-v2.ts';
import { putObject } from '../objects/put-object.ts';
import type { Operation } from '../operation.ts';
import { S3Error } from '../protocol/errors.ts';
import { operationNameOf } from '../protocol/operation-name.ts';
import { routeOf } from '../protocol/route-of.ts';
import type { S3Request } from '../protocol/s3-request.ts';
import type { Store } from '../store/open-store.ts';

/** All dependencies of the operations. */
export type OperationDependencies = { store: Store; region: string; now: () => Date };

const operations: Record<string, Operation<OperationDependencies>> = {
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
  'GET /bucket/key?tagging': getObjectTagging,
  'HEAD /bucket/key': headObject,
  'DELETE /bucket/key': deleteObject,
  'POST /bucket/key?uploads': createMultipartUpload,
  'PUT /bucket/key?uploadId': uploadPart,
  'PUT /bucket/key?uploadId from x-amz-copy-source': uploadPartCopy,
  'GET /bucket/key?uploadId': listParts,
  'POST /bucket/key?uploadId': completeMultipartUpload,
  'DELETE /bucket/key?uploadId': abortMultipartUpload,
};

/** Returns the operation of a request. Throws `NotImplemented` or `MethodNotAllowed` if there is none. */
export const findOperation = (request: S3Request): Operation<OperationDependencies> => {
  const route = routeOf(request);
  const operation = operations[route];
  if (operation) return operation;
  const isKnownMethod = ['GET', 'HEAD', 'PUT', 'POST', 'DELETE'].includes(request.method);
  if (!isKnownMethod) throw new S3Error('MethodNotAllowed');
  throw new S3Error('NotImplemented', {
    message: `${operationNameOf(request)} is not implemented (${route}).`,
  });
};
