import type { Operation } from '../operation.ts';
import { xmlResponse } from '../protocol/s3-response.ts';
import { requireObject } from './require-object.ts';

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObjectTagging.html. No object can have tags. */
export const getObjectTagging: Operation = ({ store }, { bucket, key }) => {
  requireObject(store, bucket, key);
  return xmlResponse('Tagging', { TagSet: {} });
};
