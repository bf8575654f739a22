import type { Operation } from '../operation.ts';
import type { Store } from '../store/open-store.ts';
import { requireBucket } from './require-bucket.ts';

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_HeadBucket.html */
export const headBucket: Operation<{ store: Store; region: string }> = ({ store, region }, { bucket }) => {
  requireBucket(store, bucket);
  return { status: 200, headers: { 'x-amz-bucket-region': region } };
};
