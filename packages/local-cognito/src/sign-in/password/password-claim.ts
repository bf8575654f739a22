import { isEqualTimingSafe } from '@share-my-files/local-server';
import { z } from 'zod';
import type { PasswordOwner } from '../../srp/password-verifier.ts';
import { deriveSessionKey, type ServerKeyPair, signPasswordClaim } from '../../srp/server-proof.ts';
import { isCurrentTimestamp } from './claim-timestamp.ts';

/** The SRP proof of a client that it knows a password. */
export const passwordClaimSchema = z.object({
  USERNAME: z.string().min(1),
  PASSWORD_CLAIM_SECRET_BLOCK: z.string().min(1),
  PASSWORD_CLAIM_SIGNATURE: z.string().min(1),
  TIMESTAMP: z.string().min(1),
  DEVICE_KEY: z.string().optional(),
});

/** A parsed claim. */
export type PasswordClaim = z.output<typeof passwordClaimSchema>;

/** An SRP exchange after its first step, with the verifier of the password. */
export type SrpExchange = {
  owner: PasswordOwner;
  clientValue: bigint;
  server: ServerKeyPair;
  verifier: bigint;
};

/** Whether a claim is a recent proof of the password. The comparison is timing-safe. */
export const isProof = (
  { owner, clientValue, server, verifier }: SrpExchange,
  claim: PasswordClaim,
  now: number,
): boolean => {
  const expected = signPasswordClaim(
    deriveSessionKey(clientValue, server, verifier),
    owner,
    Buffer.from(claim.PASSWORD_CLAIM_SECRET_BLOCK, 'base64'),
    claim.TIMESTAMP,
  );
  const actual = Buffer.from(claim.PASSWORD_CLAIM_SIGNATURE, 'base64');
  return isEqualTimingSafe(actual, expected) && isCurrentTimestamp(claim.TIMESTAMP, now);
};
