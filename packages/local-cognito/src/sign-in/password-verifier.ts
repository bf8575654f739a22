import { timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { incorrectUsernameOrPassword, invalidParameter } from '../errors.ts';
import { poolNameOf } from '../pool-config.ts';
import { deriveSessionKey, signPasswordClaim } from '../srp/server-proof.ts';
import type { UserPool } from '../user-pool.ts';
import { isNameOf } from '../users/accounts.ts';
import type { ChallengeResponder } from './auth-flow.ts';
import { isCurrentTimestamp } from './claim-timestamp.ts';
import type { CompleteSignIn } from './complete-sign-in.ts';
import type { PasswordChallenge } from './password-challenges.ts';

const responsesSchema = z.object({
  USERNAME: z.string().min(1),
  PASSWORD_CLAIM_SECRET_BLOCK: z.string().min(1),
  PASSWORD_CLAIM_SIGNATURE: z.string().min(1),
  TIMESTAMP: z.string().min(1),
  DEVICE_KEY: z.string().optional(),
});

type PasswordClaim = z.output<typeof responsesSchema>;

type Dependencies = Pick<UserPool, 'settings' | 'accounts' | 'passwordChallenges' | 'lockout' | 'now'> & {
  completeSignIn: CompleteSignIn;
};

/**
 * The challenge PASSWORD_VERIFIER: checks the proof that the client knows the password. What state the account
 * is in is told only after the proof.
 */
export const createPasswordVerifier = (dependencies: Dependencies): ChallengeResponder => {
  const { settings, accounts, passwordChallenges, lockout, completeSignIn, now } = dependencies;

  const poolName = poolNameOf(settings);

  const isProof = ({ signIn, clientValue, server }: PasswordChallenge, claim: PasswordClaim): boolean => {
    // Read again: a password that was changed since the first step no longer counts.
    const { verifier } = accounts.passwordVerifierOf(signIn.account);
    const expected = signPasswordClaim(
      deriveSessionKey(clientValue, server, verifier),
      { poolName, userId: signIn.account.sub },
      Buffer.from(claim.PASSWORD_CLAIM_SECRET_BLOCK, 'base64'),
      claim.TIMESTAMP,
    );
    const actual = Buffer.from(claim.PASSWORD_CLAIM_SIGNATURE, 'base64');
    return actual.length === expected.length && timingSafeEqual(actual, expected);
  };

  return ({ client, responses }) => {
    const claim = responsesSchema.safeParse(responses);
    if (!claim.success) throw invalidParameter('Missing required parameter for PASSWORD_VERIFIER');
    const challenge = passwordChallenges.take(claim.data.PASSWORD_CLAIM_SECRET_BLOCK);
    const isForClient = challenge?.signIn.client.clientId === client.clientId;
    if (!isForClient || !isNameOf(challenge.signIn.account, claim.data.USERNAME)) {
      throw incorrectUsernameOrPassword();
    }
    const { signIn, selection } = challenge;
    const { sub, user } = signIn.account;
    lockout.assertNotLocked(sub);
    const isProven = isProof(challenge, claim.data) && isCurrentTimestamp(claim.data.TIMESTAMP, now());
    if (!isProven || user === undefined) {
      lockout.recordFailure(sub);
      throw incorrectUsernameOrPassword();
    }
    lockout.clear(sub);
    selection?.useUp();
    const deviceKey = claim.data.DEVICE_KEY ?? signIn.deviceKey;
    return completeSignIn({ ...signIn, firstFactor: 'PASSWORD_SRP', ...(deviceKey && { deviceKey }) });
  };
};
