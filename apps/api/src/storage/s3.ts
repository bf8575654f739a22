import { S3Client, type S3ClientConfig } from '@aws-sdk/client-s3';
import { awsClientLimits } from '#aws-client.ts';

type S3Settings = {
  region: string;
  bucketName: string;
  s3Endpoint: string | undefined;
  /** Endpoint of the bucket for browsers, if it differs. */
  s3PublicEndpoint: string | undefined;
  forcePathStyle: boolean;
  presignedUrlSeconds: number;
};

export type Bucket = {
  client: S3Client;
  /** Signs for the host that browsers use, because a signature covers the host. */
  urlSigner: S3Client;
  name: string;
  presignedUrlSeconds: number;
  now: () => number;
};

const configure = ({ region, forcePathStyle }: S3Settings, endpoint: string | undefined): S3ClientConfig => ({
  region,
  forcePathStyle,
  ...(endpoint !== undefined && { endpoint }),
  // The default would sign the CRC32 of an empty body into each part URL.
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
