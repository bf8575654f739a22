import { S3ServiceException } from '@aws-sdk/client-s3';
import { unavailable } from '#errors.ts';

/** Tells whether S3 answered with one of these error codes. */
export const isS3Error = (error: unknown, ...codes: string[]): boolean =>
  error instanceof S3ServiceException && codes.includes(error.name);

/**
 * Every other failure is an outage, of S3 or of whoever gives us credentials for it: our own requests are either
 * right or a defect S3 cannot explain.
 */
export const throwUnavailable = (error: unknown): never => {
  throw unavailable('The file storage', error);
};
