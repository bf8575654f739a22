import { S3Client, type S3ClientConfig } from '@aws-sdk/client-s3';
import { awsClientLimits } from '#aws-client.ts';

type S3Settings = {
  region: string;
  bucketName: string;
  s3Endpoint: string | undefined;
  /** Where browsers reach the bucket, if that is another way than this process has. */
  s3PublicEndpoint: string | undefined;
  forcePathStyle: boolean;
  presignedUrlSeconds: number;
};

/** The one bucket and the client that speaks to it. */
export type Bucket = {
  client: S3Client;
  /** Only signs: a signature covers the host, so a URL must be signed for the host it will be sent to. */
  urlSigner: S3Client;
  name: string;
  presignedUrlSeconds: number;
  now: () => number;
};

const configure = ({ region, forcePathStyle }: S3Settings, endpoint: string | undefined): S3ClientConfig => ({
  region,
  forcePathStyle,
  ...(endpoint !== undefined && { endpoint }),
  // Else every presigned part URL would demand the CRC32 of an empty body.
  requestChecksumCalculation: 'WHEN_REQUIRED',
  ...awsClientLimits,
});

export const openBucket = (settings: S3Settings, now: () => number = Date.now): Bucket => ({
  client: new S3Client(configure(settings, settings.s3Endpoint)),
  urlSigner: new S3Client(configure(settings, settings.s3PublicEndpoint)),
  name: settings.bucketName,
  presignedUrlSeconds: settings.presignedUrlSeconds,
  now,
});
