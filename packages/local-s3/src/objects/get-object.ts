import type { Operation } from '../operation.ts';
import { describeObject } from './describe-object.ts';
import { requireObject } from './require-object.ts';

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html, without `partNumber` and versions. */
export const getObject: Operation = ({ store }, request) => {
  const object = requireObject(store, request.bucket, request.key);
  const { status, headers, range } = describeObject(request, object);
  return { status, headers, body: store.read(object, range.start, range.end) };
};
