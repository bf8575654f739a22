import { requireBucket } from '../buckets/require-bucket.ts';
import type { Operation } from '../operation.ts';
import { assertWritable } from './preconditions.ts';

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteObject.html. Idempotent. */
export const deleteObject: Operation = async ({ store }, { bucket, key, headers }) => {
  requireBucket(store, bucket);
  await store.commit(() => {
    const object = store.objects.find(bucket, key);
    assertWritable(headers, key, object);
    if (object) store.deleteObject(object);
  });
  return { status: 204 };
};
