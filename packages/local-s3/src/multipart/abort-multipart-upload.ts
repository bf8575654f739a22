import { requireBucket } from '../buckets/require-bucket.ts';
import type { Operation } from '../operation.ts';
import { requireUpload } from './require-upload.ts';

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_AbortMultipartUpload.html */
export const abortMultipartUpload: Operation = async ({ store }, request) => {
  requireBucket(store, request.bucket);
  await store.commit(() => store.abortUpload(requireUpload(store, request).id));
  return { status: 204 };
};
