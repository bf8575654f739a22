import type { UserPool } from '../composition/user-pool.ts';
import { invalidSession, signInCodeMismatch } from '../errors.ts';
import { isSameText } from '../same-text.ts';
import type { Account } from '../users/accounts.ts';
import type { ChallengeResponder } from './auth-flow.ts';
import { onDevice } from './begin-sign-in.ts';
import type { CompleteSignIn } from './complete-sign-in.ts';

type Dependencies = Pick<
  UserPool,
  'authSessions' | 'emailOtpLockout' | 'secondFactorLockout' | 'users' | 'mfaPreferences' | 'transaction'
> & { completeSignIn: CompleteSignIn };

/** The challenge EMAIL_OTP, as first factor, as second, and to set up the second. */
export const createEmailOtp = (dependencies: Dependencies): ChallengeResponder => {
  const { authSessions, emailOtpLockout, secondFactorLockout, users, mfaPreferences, transaction } =
    dependencies;

  const setUp = ({ sub, email }: Account) => {
    const user = users.findBySub(sub);
    // The code proves the address that it went to, and no other that the user has got meanwhile.
    if (user?.attributes.email !== email) throw invalidSession();
    transaction(() => {
      users.update(sub, { attributes: { ...user.attributes, email_verified: 'true' } });
      mfaPreferences.set(sub, 'EMAIL_OTP', { isEnabled: true });
    });
  };

  return (answer) => {
    const { signIn, state, useUp } = authSessions.findAnswered(answer, 'EMAIL_OTP');
    const { sub, user } = signIn.account;
    const lockout = state.use === 'first-factor' ? emailOtpLockout : secondFactorLockout;
    lockout.assertNotLocked(sub);
    if (!isSameText(state.code, answer.responses.EMAIL_OTP_CODE ?? '') || user === undefined) {
      lockout.recordFailure(sub);
      throw signInCodeMismatch();
    }
    useUp();
    lockout.clear(sub);
    if (state.use === 'setup') setUp(signIn.account);
    const proof = state.use === 'first-factor' ? 'firstFactor' : 'secondFactor';
    return dependencies.completeSignIn({ ...onDevice(signIn, answer), [proof]: 'EMAIL_OTP' });
  };
};
