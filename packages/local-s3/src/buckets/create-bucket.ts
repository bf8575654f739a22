import { readText } from '../body/read-document.ts';
import type { Operation } from '../operation.ts';
import { S3Error } from '../protocol/errors.ts';
import { parseXml } from '../protocol/xml.ts';
import type { Store } from '../store/open-store.ts';

const assertLocation = (document: string, region: string) => {
  const location =
    document === ''
      ? undefined
      : parseXml(document, 'CreateBucketConfiguration').optionalText('LocationConstraint');
  if (!location || location === region) return;
  throw new S3Error('IllegalLocationConstraintException', {
    message: `The ${location} location constraint is incompatible for the region specific endpoint this request was sent to.`,
  });
};

/**
 * https://docs.aws.amazon.com/AmazonS3/latest/API/API_CreateBucket.html
 * Creating an existing bucket is an error in every region but us-east-1.
 */
export const createBucket: Operation<{ store: Store; region: string; now: () => Date }> = async (
  { store, region, now },
  { bucket },
  body,
) => {
  assertLocation(await readText(body), region);
  await store.commit(() => {
    if (!store.buckets.find(bucket)) store.buckets.create(bucket, now().getTime());
    else if (region !== 'us-east-1') {
      throw new S3Error('BucketAlreadyOwnedByYou', { details: { BucketName: bucket } });
    }
  });
  return { status: 200, headers: { location: `/${bucket}` } };
};
