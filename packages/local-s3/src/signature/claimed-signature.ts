import type { CredentialScope } from './signing-key.ts';

/** What a request says about its own signature, before anything of it is believed. */
export type ClaimedSignature = {
  accessKeyId: string;
  scope: CredentialScope;
  /** `YYYYMMDDTHHMMSSZ`. */
  signedAt: string;
  signedHeaders: readonly string[];
  signature: string;
  /** `x-amz-content-sha256`: a hash in hexadecimal or one of S3's names for an unsigned or streamed body. */
  payloadHash: string;
  /** Only for a presigned URL: its life in seconds. */
  expiresInSeconds?: number;
};
