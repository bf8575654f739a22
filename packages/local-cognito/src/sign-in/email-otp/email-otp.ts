import { isEqualTimingSafe } from '@share-my-files/local-server';
import { signInCodeMismatch } from '../../errors.ts';
import type { Account } from '../../users/accounts.ts';
import type { ChallengeResponder } from '../auth-flow.ts';
import type { AuthSessions } from '../auth-sessions.ts';
import type { CompleteSignIn } from '../complete-sign-in.ts';
import type { SignInLockout } from '../sign-in-lockout.ts';
import { withDevice } from '../start-sign-in.ts';

type Dependencies = {
  authSessions: AuthSessions;
  emailOtpLockout: SignInLockout;
  secondFactorLockout: SignInLockout;
  setUpEmailMfa: (account: Account) => void;
  completeSignIn: CompleteSignIn;
};

/** The challenge EMAIL_OTP: as first factor, as second factor, and to set up the second factor. */
export const createEmailOtp = (dependencies: Dependencies): ChallengeResponder => {
  const { authSessions, emailOtpLockout, secondFactorLockout, setUpEmailMfa, completeSignIn } = dependencies;

  return (answer) => {
    const { signIn, state, consume } = authSessions.findAnswered(answer, 'EMAIL_OTP');
    const { sub, user } = signIn.account;
    const lockout = state.use === 'first-factor' ? emailOtpLockout : secondFactorLockout;
    lockout.assertNotLocked(sub);
    if (!isEqualTimingSafe(state.code, answer.responses.EMAIL_OTP_CODE ?? '') || user === undefined) {
      lockout.recordFailure(sub);
      throw signInCodeMismatch();
    }
    consume();
    lockout.clear(sub);
    if (state.use === 'setup') setUpEmailMfa(signIn.account);
    const proof = state.use === 'first-factor' ? 'firstFactor' : 'secondFactor';
    return completeSignIn({ ...withDevice(signIn, answer), [proof]: 'EMAIL_OTP' });
  };
};
