import type { Operation } from '../operation.ts';
import { describeObject } from './describe-object.ts';
import { requireObject } from './require-object.ts';

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_HeadObject.html, without `partNumber` and versions. */
export const headObject: Operation = ({ store }, request) => {
  const { status, headers } = describeObject(request, requireObject(store, request.bucket, request.key));
  return { status, headers };
};
