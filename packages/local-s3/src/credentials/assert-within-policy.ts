import { parseCopySource } from '../protocol/copy-source.ts';
import { S3Error } from '../protocol/errors.ts';
import { routeOf } from '../protocol/route-of.ts';
import type { S3Request } from '../protocol/s3-request.ts';
import type { SessionPolicy } from './session-credentials.ts';

const isReachable = ({ bucket, prefix }: SessionPolicy, address: { bucket: string; key: string }) =>
  address.bucket === bucket && address.key.startsWith(prefix);

const isListingWithin = ({ bucket, prefix }: SessionPolicy, request: S3Request) =>
  routeOf(request) === 'GET /bucket?list-type=2' &&
  request.bucket === bucket &&
  (request.query.get('prefix') ?? '').startsWith(prefix);

/**
 * Allows access to the objects under the prefix and listing them, as an IAM policy does that has the prefix in its
 * resource and in an `s3:prefix` condition. Throws `AccessDenied` for any other request.
 */
export const assertWithinPolicy = (policy: SessionPolicy, request: S3Request) => {
  const isAllowed = request.key === '' ? isListingWithin(policy, request) : isReachable(policy, request);
  const source = request.headers.get('x-amz-copy-source');
  if (!isAllowed || (source !== undefined && !isReachable(policy, parseCopySource(source)))) {
    throw new S3Error('AccessDenied');
  }
};
