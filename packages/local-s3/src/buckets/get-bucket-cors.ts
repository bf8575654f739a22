import type { Operation } from '../operation.ts';
import { S3Error } from '../protocol/errors.ts';
import { xmlResponse } from '../protocol/s3-response.ts';
import { requireBucket } from './require-bucket.ts';

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketCors.html */
export const getBucketCors: Operation = ({ store }, { bucket }) => {
  const { cors } = requireBucket(store, bucket);
  if (!cors) throw new S3Error('NoSuchCORSConfiguration', { details: { BucketName: bucket } });
  return xmlResponse('CORSConfiguration', {
    CORSRule: cors.map((rule) => ({
      ID: rule.id,
      AllowedOrigin: rule.allowedOrigins,
      AllowedMethod: rule.allowedMethods,
      AllowedHeader: rule.allowedHeaders,
      ExposeHeader: rule.exposeHeaders,
      MaxAgeSeconds: rule.maxAgeSeconds,
    })),
  });
};
