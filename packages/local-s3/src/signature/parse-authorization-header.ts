import { S3Error } from '../protocol/errors.ts';
import type { S3Request } from '../protocol/s3-request.ts';
import type { ClaimedSignature } from './claimed-signature.ts';
import { parseCredential } from './parse-credential.ts';

const format =
  /^AWS4-HMAC-SHA256\s+Credential=(?<credential>[^,\s]+)\s*,\s*SignedHeaders=(?<signedHeaders>[^,\s]+)\s*,\s*Signature=(?<signature>[^,\s]+)$/;

/** Parses `Authorization: AWS4-HMAC-SHA256 …` with `x-amz-date` and `x-amz-content-sha256`. */
export const parseAuthorizationHeader = (header: string, { headers }: S3Request): ClaimedSignature => {
  if (!header.startsWith('AWS4-HMAC-SHA256')) {
    throw new S3Error('InvalidRequest', {
      message: 'The authorization mechanism you have provided is not supported. Please use AWS4-HMAC-SHA256.',
    });
  }
  const { credential = '', signedHeaders = '', signature = '' } = format.exec(header)?.groups ?? {};
  const parsed = parseCredential(credential);
  if (!parsed) throw new S3Error('AuthorizationHeaderMalformed');
  const signedAt = headers.get('x-amz-date');
  if (signedAt === undefined || !/^\d{8}T\d{6}Z$/.test(signedAt)) {
    throw new S3Error('AccessDenied', {
      message: 'AWS authentication requires a valid Date or x-amz-date header',
    });
  }
  const payloadHash = headers.get('x-amz-content-sha256');
  if (payloadHash === undefined) {
    throw new S3Error('InvalidRequest', {
      message: 'Missing required header for this request: x-amz-content-sha256',
    });
  }
  return { ...parsed, signedAt, signedHeaders: signedHeaders.split(';'), signature, payloadHash };
};
