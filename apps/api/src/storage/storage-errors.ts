import { S3ServiceException } from '@aws-sdk/client-s3';
import { unavailable } from '#errors.ts';

/** Returns whether S3 responded with one of these error codes. */
export const isS3Error = (error: unknown, ...codes: string[]): boolean =>
  error instanceof S3ServiceException && codes.includes(error.name);

/** Throws `service_unavailable`: any other failure is an outage of S3 or of the credential provider. */
export const throwUnavailable = (error: unknown): never => {
  throw unavailable('The file storage', error);
};
