import { S3Error } from '../protocol/errors.ts';
import type { Store } from '../store/open-store.ts';

/** Returns the bucket. Throws `NoSuchBucket`. */
export const requireBucket = ({ buckets }: Store, name: string) => {
  const bucket = buckets.find(name);
  if (!bucket) throw new S3Error('NoSuchBucket', { details: { BucketName: name } });
  return bucket;
};
