import { isEqualTimingSafe } from '@share-my-files/local-server';
import { S3Error } from '../protocol/errors.ts';
import { formatScope, sha256Hex, sign } from './signing-key.ts';
import type { VerifiedSignature } from './verify-signature.ts';

/** The chain of signatures over the chunks of one body: each signs its bytes and the signature before it. */
export type ChunkSignatures = {
  /** Takes the hexadecimal SHA-256 of the chunk; throws `SignatureDoesNotMatch`. */
  verifyChunk(hash: string, signature: string): void;
  /** Takes the trailing headers with their `x-amz-trailer-signature`; throws `SignatureDoesNotMatch`. */
  verifyTrailers(trailers: ReadonlyMap<string, string>): void;
};

const signatureTrailer = 'x-amz-trailer-signature';
const emptyHash = sha256Hex('');

/** Starts the chain at the signature of the request's headers. */
export const createChunkSignatures = (
  seed: VerifiedSignature,
  { hasTrailers }: { hasTrailers: boolean },
): ChunkSignatures => {
  let previous = seed.signature;

  const verify = (kind: string, hashes: string[], provided: string) => {
    const stringToSign = [kind, seed.signedAt, formatScope(seed.scope), previous, ...hashes].join('\n');
    if (!isEqualTimingSafe(sign(seed.signingKey, stringToSign), provided)) {
      throw new S3Error('SignatureDoesNotMatch', { details: { StringToSign: stringToSign } });
    }
    previous = provided;
  };

  return {
    verifyChunk: (hash, signature) => verify('AWS4-HMAC-SHA256-PAYLOAD', [emptyHash, hash], signature),
    verifyTrailers(trailers) {
      if (!hasTrailers) {
        if (trailers.size === 0) return;
        throw new S3Error('InvalidRequest', { message: 'This body must not have trailing headers.' });
      }
      const signed = [...trailers].filter(([name]) => name !== signatureTrailer);
      const text = signed.map(([name, value]) => `${name}:${value}\n`).join('');
      verify('AWS4-HMAC-SHA256-TRAILER', [sha256Hex(text)], trailers.get(signatureTrailer) ?? '');
    },
  };
};
