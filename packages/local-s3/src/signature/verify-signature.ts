import { timingSafeEqual } from 'node:crypto';
import { S3Error } from '../errors.ts';
import type { S3Request } from '../http/s3-request.ts';
import { assertTimely } from './assert-timely.ts';
import { canonicalRequest } from './canonical-request.ts';
import type { ClaimedSignature } from './claimed-signature.ts';
import { readClaimedSignature } from './read-claimed-signature.ts';
import { type CredentialScope, deriveSigningKey, formatScope, sha256Hex, sign } from './signing-key.ts';

/** The one key pair that may sign. */
export type Credentials = { accessKeyId: string; secretAccessKey: string };

/** A signature that was found good, with what the chunks of a streamed body are chained to. */
export type VerifiedSignature = {
  signature: string;
  signedAt: string;
  scope: CredentialScope;
  signingKey: Buffer;
  payloadHash: string;
};

type Verifier = { credentials: Credentials; region: string; now: () => Date };

/** Compares two signatures without telling by time where they differ. */
export const signaturesMatch = (expected: string, provided: string) => {
  const [a, b] = [Buffer.from(expected), Buffer.from(provided)];
  return a.length === b.length && timingSafeEqual(a, b);
};

const assertScope = ({ scope, expiresInSeconds }: ClaimedSignature, region: string) => {
  const code =
    expiresInSeconds === undefined ? 'AuthorizationHeaderMalformed' : 'AuthorizationQueryParametersError';
  if (scope.region !== region) {
    throw new S3Error(code, {
      message: `The credential is malformed; the region '${scope.region}' is wrong; expecting '${region}'`,
      details: { Region: region },
    });
  }
  if (scope.service !== 's3') {
    throw new S3Error(code, {
      message: `The credential is malformed; incorrect service "${scope.service}". This endpoint belongs to "s3".`,
    });
  }
};

// Otherwise the holder of a signed URL could add a header that changes what the request means.
const assertHeadersSigned = ({ headers }: S3Request, { signedHeaders }: ClaimedSignature) => {
  const unsigned = [...headers.keys()].filter(
    (name) => (name === 'host' || name.startsWith('x-amz-')) && !signedHeaders.includes(name),
  );
  if (unsigned.length === 0) return;
  throw new S3Error('AccessDenied', {
    message: 'There were headers present in the request which were not signed',
    details: { HeadersNotSigned: unsigned.join(', ') },
  });
};

const assertSignature = (request: S3Request, claim: ClaimedSignature, signingKey: Buffer) => {
  const canonical = canonicalRequest(request, claim.signedHeaders, claim.payloadHash);
  const stringToSign = [
    'AWS4-HMAC-SHA256',
    claim.signedAt,
    formatScope(claim.scope),
    sha256Hex(canonical),
  ].join('\n');
  if (signaturesMatch(sign(signingKey, stringToSign), claim.signature)) return;
  throw new S3Error('SignatureDoesNotMatch', {
    details: {
      AWSAccessKeyId: claim.accessKeyId,
      StringToSign: stringToSign,
      SignatureProvided: claim.signature,
      CanonicalRequest: canonical,
    },
  });
};

/** Accepts a request only when the one known key signed it, as it arrived, for now and for here. */
export const createSignatureVerifier =
  ({ credentials, region, now }: Verifier) =>
  (request: S3Request): VerifiedSignature => {
    const claim = readClaimedSignature(request);
    if (request.headers.has('x-amz-security-token') || request.query.has('X-Amz-Security-Token')) {
      throw new S3Error('InvalidToken');
    }
    if (claim.accessKeyId !== credentials.accessKeyId) {
      throw new S3Error('InvalidAccessKeyId', { details: { AWSAccessKeyId: claim.accessKeyId } });
    }
    assertScope(claim, region);
    assertTimely(claim, now());
    assertHeadersSigned(request, claim);
    const signingKey = deriveSigningKey(credentials.secretAccessKey, claim.scope);
    assertSignature(request, claim, signingKey);
    return { ...claim, signingKey };
  };
