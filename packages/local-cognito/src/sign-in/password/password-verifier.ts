import { incorrectUsernameOrPassword, invalidParameter } from '../../errors.ts';
import { type PoolSettings, poolNameOf } from '../../settings/pool-settings.ts';
import { type Accounts, isNameOf } from '../../users/accounts.ts';
import type { ChallengeResponder } from '../auth-flow.ts';
import type { CompleteSignIn } from '../complete-sign-in.ts';
import type { SignInLockout } from '../sign-in-lockout.ts';
import type { PasswordChallenge, PasswordChallenges } from './password-challenges.ts';
import { isProof, passwordClaimSchema, type SrpExchange } from './password-claim.ts';

type Dependencies = {
  settings: PoolSettings;
  accounts: Accounts;
  passwordChallenges: PasswordChallenges;
  lockout: SignInLockout;
  now: () => number;
} & {
  completeSignIn: CompleteSignIn;
};

/**
 * The challenge PASSWORD_VERIFIER: checks the proof of the password. Reveals the state of the account only
 * after the proof.
 */
export const createPasswordVerifier = (dependencies: Dependencies): ChallengeResponder => {
  const { settings, accounts, passwordChallenges, lockout, completeSignIn, now } = dependencies;

  const poolName = poolNameOf(settings);

  const exchangeOf = ({ signIn, clientValue, server }: PasswordChallenge): SrpExchange => ({
    owner: { poolName, userId: signIn.account.sub },
    clientValue,
    server,
    // Read again: a password that changed after the first step no longer counts.
    verifier: accounts.passwordVerifierOf(signIn.account).verifier,
  });

  return ({ client, responses }) => {
    const claim = passwordClaimSchema.safeParse(responses);
    if (!claim.success) throw invalidParameter('Missing required parameter for PASSWORD_VERIFIER');
    const challenge = passwordChallenges.take(claim.data.PASSWORD_CLAIM_SECRET_BLOCK);
    const isForClient = challenge?.signIn.client.clientId === client.clientId;
    if (!isForClient || !isNameOf(challenge.signIn.account, claim.data.USERNAME)) {
      throw incorrectUsernameOrPassword();
    }
    const { signIn, selection } = challenge;
    const { sub, user } = signIn.account;
    lockout.assertNotLocked(sub);
    const isProven = isProof(exchangeOf(challenge), claim.data, now());
    if (!isProven || user === undefined) {
      lockout.recordFailure(sub);
      throw incorrectUsernameOrPassword();
    }
    lockout.clear(sub);
    selection?.consume();
    const deviceKey = claim.data.DEVICE_KEY ?? signIn.deviceKey;
    return completeSignIn({ ...signIn, firstFactor: 'PASSWORD_SRP', ...(deviceKey && { deviceKey }) });
  };
};
