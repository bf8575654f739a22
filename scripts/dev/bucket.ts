import { CreateBucketCommand, PutBucketCorsCommand, S3Client } from '@aws-sdk/client-s3';

type Bucket = {
  endpoint: string;
  region: string;
  credentials: { accessKeyId: string; secretAccessKey: string };
  name: string;
  siteOrigin: string;
  /** What a browser may do there, if it has been given a signature for it. */
  methods: ('GET' | 'PUT' | 'DELETE')[];
};

/** Creates the bucket if it is missing and lets the site, and only the site, use it from a browser. */
export const ensureBucket = async (bucket: Bucket) => {
  const { endpoint, region, credentials, name, siteOrigin, methods } = bucket;
  const s3 = new S3Client({ endpoint, region, credentials, forcePathStyle: true });
  try {
    await s3.send(new CreateBucketCommand({ Bucket: name })).catch((error: unknown) => {
      if (!(error instanceof Error) || error.name !== 'BucketAlreadyOwnedByYou') throw error;
    });
    await s3.send(
      new PutBucketCorsCommand({
        Bucket: name,
        CORSConfiguration: {
          CORSRules: [
            {
              AllowedOrigins: [siteOrigin],
              AllowedMethods: methods,
              AllowedHeaders: ['content-type', 'x-amz-checksum-sha256'],
              ExposeHeaders: ['ETag'],
              MaxAgeSeconds: 600,
            },
          ],
        },
      }),
    );
  } catch (cause) {
    throw new Error(`The bucket could not be made: ${cause instanceof Error ? cause.message : cause}`, {
      cause,
    });
  } finally {
    s3.destroy();
  }
};
