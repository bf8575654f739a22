import { timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { incorrectUsernameOrPassword, invalidParameter, notAuthorized, userNotConfirmed } from '../errors.ts';
import { poolNameOf } from '../pool-config.ts';
import { deriveSessionKey, signPasswordClaim } from '../srp/server-proof.ts';
import type { UserPool } from '../user-pool.ts';
import { emailKey } from '../users/email-address.ts';
import type { User } from '../users/user-repository.ts';
import type { ChallengeResponder } from './auth-flow.ts';
import { isCurrentTimestamp } from './claim-timestamp.ts';
import type { PasswordChallenge } from './password-challenges.ts';

const responsesSchema = z.object({
  USERNAME: z.string().min(1),
  PASSWORD_CLAIM_SECRET_BLOCK: z.string().min(1),
  PASSWORD_CLAIM_SIGNATURE: z.string().min(1),
  TIMESTAMP: z.string().min(1),
});

type PasswordClaim = z.output<typeof responsesSchema>;

type Dependencies = Pick<
  UserPool,
  'settings' | 'accounts' | 'passwordChallenges' | 'lockout' | 'users' | 'sessions' | 'now'
>;

const isNameOf = ({ account }: PasswordChallenge, username: string): boolean =>
  username === account.sub || emailKey(username) === emailKey(account.email);

const assertMaySignIn = (user: User): void => {
  if (!user.isEnabled) throw notAuthorized('User is disabled.');
  if (user.status === 'UNCONFIRMED') throw userNotConfirmed();
};

/**
 * The challenge PASSWORD_VERIFIER: checks the proof that the client knows the password. What state the account
 * is in is told only after the proof.
 */
export const createPasswordVerifier = (dependencies: Dependencies): ChallengeResponder => {
  const { settings, accounts, passwordChallenges, lockout, users, sessions, now } = dependencies;

  const poolName = poolNameOf(settings);

  const isProof = ({ account, clientValue, server }: PasswordChallenge, claim: PasswordClaim): boolean => {
    // Read again: a password that was changed since the first step no longer counts.
    const { verifier } = accounts.passwordVerifierOf(account);
    const expected = signPasswordClaim(
      deriveSessionKey(clientValue, server, verifier),
      { poolName, userId: account.sub },
      Buffer.from(claim.PASSWORD_CLAIM_SECRET_BLOCK, 'base64'),
      claim.TIMESTAMP,
    );
    const actual = Buffer.from(claim.PASSWORD_CLAIM_SIGNATURE, 'base64');
    return actual.length === expected.length && timingSafeEqual(actual, expected);
  };

  return async ({ client, responses }) => {
    const claim = responsesSchema.safeParse(responses);
    if (!claim.success) throw invalidParameter('Missing required parameter for PASSWORD_VERIFIER');
    const challenge = passwordChallenges.take(claim.data.PASSWORD_CLAIM_SECRET_BLOCK);
    if (challenge === undefined || !isNameOf(challenge, claim.data.USERNAME)) {
      throw incorrectUsernameOrPassword();
    }
    const { sub } = challenge.account;
    lockout.assertNotLocked(sub);
    const isProven = isProof(challenge, claim.data) && isCurrentTimestamp(claim.data.TIMESTAMP, now());
    const user = users.findBySub(sub);
    if (!isProven || user === undefined) {
      lockout.recordFailure(sub);
      throw incorrectUsernameOrPassword();
    }
    lockout.clear(sub);
    assertMaySignIn(user);
    return { AuthenticationResult: await sessions.start(user, client), ChallengeParameters: {} };
  };
};
