import { incorrectUsernameOrPassword, invalidParameter } from '../../errors.ts';
import { type PoolSettings, poolNameOf } from '../../settings/pool-settings.ts';
import { isPassword } from '../../srp/password-verifier.ts';
import type { Accounts } from '../../users/accounts.ts';
import type { AuthResponse } from '../auth-flow.ts';
import type { SignIn } from '../auth-sessions.ts';
import type { CompleteSignIn } from '../complete-sign-in.ts';
import type { FactorChoice } from '../first-factors.ts';
import type { SignInLockout } from '../sign-in-lockout.ts';

/** Checks a plain-text PASSWORD and continues the sign-in. */
export type ProvePassword = (signIn: SignIn, choice: FactorChoice) => Promise<AuthResponse>;

type Dependencies = { settings: PoolSettings; accounts: Accounts; lockout: SignInLockout } & {
  completeSignIn: CompleteSignIn;
};

/**
 * Binds the check to the pool's accounts. An unknown user takes the same work and gets the error of a wrong
 * password.
 */
export const createProvePassword =
  ({ settings, accounts, lockout, completeSignIn }: Dependencies): ProvePassword =>
  async (signIn, { parameters: { PASSWORD }, selection }) => {
    if (!PASSWORD || PASSWORD.length > 256) throw invalidParameter('Missing required parameter PASSWORD');
    const { sub, user } = signIn.account;
    lockout.assertNotLocked(sub);
    const owner = { poolName: poolNameOf(settings), userId: sub };
    const isProven = isPassword(owner, PASSWORD, accounts.passwordVerifierOf(signIn.account));
    if (!isProven || user === undefined) {
      lockout.recordFailure(sub);
      throw incorrectUsernameOrPassword();
    }
    lockout.clear(sub);
    selection?.consume();
    return completeSignIn({ ...signIn, firstFactor: 'PASSWORD' });
  };
