import { S3Error } from '../protocol/errors.ts';
import type { S3Request } from '../protocol/s3-request.ts';
import type { ClaimedSignature } from './claimed-signature.ts';
import { parseCredential } from './parse-credential.ts';

const maxExpiresInSeconds = 604_800;

const malformed = (message: string) => new S3Error('AuthorizationQueryParametersError', { message });

const parseExpires = (value: string) => {
  if (!/^-?\d+$/.test(value)) throw malformed('X-Amz-Expires should be a number');
  const seconds = Number(value);
  if (seconds < 0) throw malformed('X-Amz-Expires must be non-negative');
  if (seconds > maxExpiresInSeconds) {
    throw malformed(
      'X-Amz-Expires must be less than a week (in seconds); that is, the given X-Amz-Expires must be less than 604800 seconds',
    );
  }
  return seconds;
};

/** Parses a presigned URL: https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-query-string-auth.html */
export const parsePresignedQuery = ({ query, headers }: S3Request): ClaimedSignature => {
  const parameter = (name: string) => {
    const value = query.get(name);
    if (value) return value;
    throw malformed(
      'Query-string authentication version 4 requires the X-Amz-Algorithm, X-Amz-Credential, X-Amz-Signature, X-Amz-Date, X-Amz-SignedHeaders, and X-Amz-Expires parameters.',
    );
  };
  if (parameter('X-Amz-Algorithm') !== 'AWS4-HMAC-SHA256') {
    throw malformed('X-Amz-Algorithm only supports "AWS4-HMAC-SHA256"');
  }
  const credential = parseCredential(parameter('X-Amz-Credential'));
  if (!credential) {
    throw malformed(
      'Error parsing the X-Amz-Credential parameter; the Credential is mal-formed; expecting "<YOUR-AKID>/YYYYMMDD/REGION/SERVICE/aws4_request".',
    );
  }
  const signedAt = parameter('X-Amz-Date');
  if (!/^\d{8}T\d{6}Z$/.test(signedAt)) {
    throw malformed(`X-Amz-Date must be in the ISO8601 Long Format "yyyyMMdd'T'HHmmss'Z'"`);
  }
  return {
    ...credential,
    signedAt,
    signedHeaders: parameter('X-Amz-SignedHeaders').split(';'),
    signature: parameter('X-Amz-Signature'),
    payloadHash:
      headers.get('x-amz-content-sha256') ?? query.get('X-Amz-Content-Sha256') ?? 'UNSIGNED-PAYLOAD',
    expiresInSeconds: parseExpires(parameter('X-Amz-Expires')),
  };
};
