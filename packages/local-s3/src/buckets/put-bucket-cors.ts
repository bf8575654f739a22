import { readXml } from '../body/read-document.ts';
import { parseCorsRules } from '../cors/cors-rule.ts';
import type { Operation } from '../operation.ts';
import { requireBucket } from './require-bucket.ts';

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketCors.html */
export const putBucketCors: Operation = async ({ store }, { bucket }, body) => {
  requireBucket(store, bucket);
  const rules = parseCorsRules(await readXml(body, 'CORSConfiguration'));
  await store.commit(() => store.buckets.saveCors(bucket, rules));
  return { status: 200 };
};
