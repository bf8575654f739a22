import type { UserPool } from '../composition/user-pool.ts';
import { signInCodeMismatch, softwareTokenUsed } from '../errors.ts';
import type { ChallengeResponder } from '../sign-in/auth-flow.ts';
import { onDevice } from '../sign-in/begin-sign-in.ts';
import type { CompleteSignIn } from '../sign-in/complete-sign-in.ts';

type Dependencies = Pick<UserPool, 'authSessions' | 'secondFactorLockout' | 'softwareTokens'> & {
  completeSignIn: CompleteSignIn;
};

/** The challenge SOFTWARE_TOKEN_MFA: a code of the user's authenticator app. */
export const createSoftwareTokenMfa =
  ({ authSessions, secondFactorLockout, softwareTokens, completeSignIn }: Dependencies): ChallengeResponder =>
  (answer) => {
    const { signIn, useUp } = authSessions.findAnswered(answer, 'SOFTWARE_TOKEN_MFA');
    const { sub } = signIn.account;
    secondFactorLockout.assertNotLocked(sub);
    // A token that was associated anew since the challenge proves nothing.
    const code = answer.responses.SOFTWARE_TOKEN_MFA_CODE ?? '';
    const check = softwareTokens.isVerified(sub) ? softwareTokens.useCode(sub, code) : 'wrong';
    if (check !== 'right') {
      secondFactorLockout.recordFailure(sub);
      throw check === 'used' ? softwareTokenUsed() : signInCodeMismatch();
    }
    useUp();
    secondFactorLockout.clear(sub);
    return completeSignIn({ ...onDevice(signIn, answer), secondFactor: 'SOFTWARE_TOKEN_MFA' });
  };
