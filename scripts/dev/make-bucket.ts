import { CreateBucketCommand, PutBucketCorsCommand, S3Client } from '@aws-sdk/client-s3';
import type { CorsRule } from './cors-rule.ts';

export type Bucket = {
  endpoint: string;
  region: string;
  credentials: { accessKeyId: string; secretAccessKey: string };
  name: string;
  corsRule: CorsRule;
};

const run = async (s3: S3Client, { name, corsRule }: Bucket): Promise<void> => {
  await s3.send(new CreateBucketCommand({ Bucket: name })).catch((error: unknown) => {
    if (!(error instanceof Error) || error.name !== 'BucketAlreadyOwnedByYou') throw error;
  });
  await s3.send(new PutBucketCorsCommand({ Bucket: name, CORSConfiguration: { CORSRules: [corsRule] } }));
};

/** Creates the bucket if it is missing, and replaces its CORS rules. */
export const makeBucket = async (bucket: Bucket): Promise<void> => {
  const { endpoint, region, credentials } = bucket;
  const s3 = new S3Client({ endpoint, region, credentials, forcePathStyle: true });
  try {
    await run(s3, bucket);
  } catch (cause) {
    throw new Error(`The bucket could not be created: ${cause instanceof Error ? cause.message : cause}`, {
      cause,
    });
  } finally {
    s3.destroy();
  }
};
