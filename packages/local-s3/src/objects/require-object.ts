import { requireBucket } from '../buckets/require-bucket.ts';
import { S3Error } from '../protocol/errors.ts';
import type { Store } from '../store/open-store.ts';

/** Returns the object. Throws `NoSuchBucket` and `NoSuchKey`. */
export const requireObject = (store: Store, bucket: string, key: string) => {
  requireBucket(store, bucket);
  const object = store.objects.find(bucket, key);
  if (!object) throw new S3Error('NoSuchKey', { details: { Key: key } });
  return object;
};
