import { S3Client, type S3ClientConfig } from '@aws-sdk/client-s3';

type S3Settings = {
  region: string;
  bucketName: string;
  s3Endpoint: string | undefined;
  forcePathStyle: boolean;
  presignedUrlSeconds: number;
};

/** The one bucket and the client that speaks to it. */
export type Bucket = {
  client: S3Client;
  name: string;
  presignedUrlSeconds: number;
  now: () => number;
};

const configure = ({ region, s3Endpoint, forcePathStyle }: S3Settings): S3ClientConfig => ({
  region,
  forcePathStyle,
  ...(s3Endpoint !== undefined && { endpoint: s3Endpoint }),
  // Else every presigned part URL would demand the CRC32 of an empty body.
  requestChecksumCalculation: 'WHEN_REQUIRED',
  maxAttempts: 2,
  requestHandler: { connectionTimeout: 2_000, requestTimeout: 4_000, throwOnRequestTimeout: true },
});

export const openBucket = (settings: S3Settings, now: () => number = Date.now): Bucket => ({
  client: new S3Client(configure(settings)),
  name: settings.bucketName,
  presignedUrlSeconds: settings.presignedUrlSeconds,
  now,
});
