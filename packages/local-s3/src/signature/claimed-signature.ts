import type { CredentialScope } from './signing-key.ts';

/** The signature in a request, not yet verified. */
export type ClaimedSignature = {
  accessKeyId: string;
  scope: CredentialScope;
  /** `YYYYMMDDTHHMMSSZ`. */
  signedAt: string;
  signedHeaders: readonly string[];
  signature: string;
  /** `x-amz-content-sha256`: a hexadecimal hash, or S3's name for an unsigned or streamed body. */
  payloadHash: string;
  /** Lifetime of a presigned URL. */
  expiresInSeconds?: number;
};
