import { isEqualTimingSafe } from '@share-my-files/local-server';
import type { Credentials } from '../credentials/credentials.ts';
import { openSessionToken, type SessionPolicy } from '../credentials/session-credentials.ts';
import { S3Error } from '../protocol/errors.ts';
import type { S3Request } from '../protocol/s3-request.ts';
import { assertTimely } from './assert-timely.ts';
import { canonicalRequest } from './canonical-request.ts';
import type { ClaimedSignature } from './claimed-signature.ts';
import { readClaimedSignature } from './read-claimed-signature.ts';
import { type CredentialScope, deriveSigningKey, formatScope, sha256Hex, sign } from './signing-key.ts';

/** A valid signature, and the values that verify the chunks of a streamed body. */
export type VerifiedSignature = {
  signature: string;
  signedAt: string;
  scope: CredentialScope;
  signingKey: Buffer;
  payloadHash: string;
  /** Limits of temporary credentials. The long-term key pair has none. */
  policy?: SessionPolicy;
};

type Verifier = {
  credentials: Credentials;
  sessionKey?: string | undefined;
  region: string;
  now: () => Date;
};

type Signer = Credentials & { policy?: SessionPolicy };

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

// Otherwise the holder of a presigned URL could add a header that changes the meaning of the request.
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
  if (isEqualTimingSafe(sign(signingKey, stringToSign), claim.signature)) return;
  throw new S3Error('SignatureDoesNotMatch', {
    details: {
      AWSAccessKeyId: claim.accessKeyId,
      StringToSign: stringToSign,
      SignatureProvided: claim.signature,
      CanonicalRequest: canonical,
    },
  });
};

const sessionTokenOf = ({ headers, query }: S3Request) =>
  headers.get('x-amz-security-token') ?? query.get('X-Amz-Security-Token') ?? undefined;

const findSigner = ({ credentials, sessionKey, now }: Verifier, request: S3Request): Signer => {
  const token = sessionTokenOf(request);
  if (token === undefined) return credentials;
  const session = sessionKey === undefined ? undefined : openSessionToken(sessionKey, token);
  if (session === undefined) throw new S3Error('InvalidToken');
  if (session.policy.expiresAt <= now().getTime()) throw new S3Error('ExpiredToken');
  return session;
};

/** Creates the verifier of key, region, time, signed headers and signature. It throws `S3Error`. */
export const createSignatureVerifier =
  (verifier: Verifier) =>
  (request: S3Request): VerifiedSignature => {
    const { region, now } = verifier;
    const claim = readClaimedSignature(request);
    const signer = findSigner(verifier, request);
    if (claim.accessKeyId !== signer.accessKeyId) {
      throw new S3Error('InvalidAccessKeyId', { details: { AWSAccessKeyId: claim.accessKeyId } });
    }
    assertScope(claim, region);
    assertTimely(claim, now());
    assertHeadersSigned(request, claim);
    const signingKey = deriveSigningKey(signer.secretAccessKey, claim.scope);
    assertSignature(request, claim, signingKey);
    return { ...claim, signingKey, ...(signer.policy && { policy: signer.policy }) };
  };
