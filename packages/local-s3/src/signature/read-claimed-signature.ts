import { S3Error } from '../protocol/errors.ts';
import type { S3Request } from '../protocol/s3-request.ts';
import type { ClaimedSignature } from './claimed-signature.ts';
import { parseAuthorizationHeader } from './parse-authorization-header.ts';
import { parsePresignedQuery } from './parse-presigned-query.ts';

/** Reads the signature from the header or the query. Throws `AccessDenied` if there is none. */
export const readClaimedSignature = (request: S3Request): ClaimedSignature => {
  const header = request.headers.get('authorization');
  const isPresigned = request.query.has('X-Amz-Algorithm') || request.query.has('X-Amz-Signature');
  if (header !== undefined && isPresigned) {
    throw new S3Error('InvalidArgument', {
      message:
        'Only one auth mechanism allowed; only the X-Amz-Algorithm query parameter, Signature query string parameter or the Authorization header should be specified',
    });
  }
  if (header !== undefined) return parseAuthorizationHeader(header, request);
  if (isPresigned) return parsePresignedQuery(request);
  throw new S3Error('AccessDenied');
};
