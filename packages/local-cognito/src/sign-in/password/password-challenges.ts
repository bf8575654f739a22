import { randomBytes } from 'node:crypto';
import type { ServerKeyPair } from '../../srp/server-proof.ts';
import type { OpenChallenge, SignIn } from '../auth-sessions.ts';

const LIFETIME_MILLISECONDS = 60_000;
const CHALLENGES_KEPT = 10_000;
const SECRET_BLOCK_BYTES = 64;

/** An SRP exchange between its two steps. */
export type PasswordChallenge = {
  signIn: SignIn;
  clientValue: bigint;
  server: ServerKeyPair;
  /** The selection that it started with, if any. A wrong password leaves the selection open. */
  selection?: OpenChallenge<'SELECT_CHALLENGE'>;
};

/** The SRP exchanges that wait for their second step. */
export type PasswordChallenges = ReturnType<typeof createPasswordChallenges>;

/**
 * Stores open exchanges in memory by their secret block, for one minute, at most 10,000. Each accepts one
 * response.
 */
export const createPasswordChallenges = (now: () => number) => {
  const open = new Map<string, PasswordChallenge & { expiresAt: number }>();

  const removeOldest = () => {
    for (const [secretBlock, { expiresAt }] of open) {
      if (expiresAt > now() && open.size < CHALLENGES_KEPT) return;
      open.delete(secretBlock);
    }
  };

  return {
    /** Returns the secret block, in base64, that the client must sign. */
    open: (challenge: PasswordChallenge): string => {
      removeOldest();
      const secretBlock = randomBytes(SECRET_BLOCK_BYTES).toString('base64');
      open.set(secretBlock, { ...challenge, expiresAt: now() + LIFETIME_MILLISECONDS });
      return secretBlock;
    },
    take: (secretBlock: string): PasswordChallenge | undefined => {
      const challenge = open.get(secretBlock);
      open.delete(secretBlock);
      return challenge === undefined || challenge.expiresAt <= now() ? undefined : challenge;
    },
  };
};
