import { isEqualTimingSafe } from '@share-my-files/local-server';
import { S3Error } from '../protocol/errors.ts';
import { formatScope, sha256Hex, sign } from './signing-key.ts';
import type { VerifiedSignature } from './verify-signature.ts';

/** Verifies the chunks of a body in order: each signature covers its chunk and the previous signature. */
export type ChunkSignatures = {
  /** `hash` is the hexadecimal SHA-256 of the chunk. Throws `SignatureDoesNotMatch`. */
  verifyChunk(hash: string, signature: string): void;
  /** `trailers` include `x-amz-trailer-signature`. Throws `SignatureDoesNotMatch`. */
  verifyTrailers(trailers: ReadonlyMap<string, string>): void;
};

const signatureTrailer = 'x-amz-trailer-signature';
const emptyHash = sha256Hex('');

/** Starts with the signature of the request headers. */
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
