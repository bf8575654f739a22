import { signInCodeMismatch, softwareTokenUsed } from '../errors.ts';
import type { ChallengeResponder } from '../sign-in/auth-flow.ts';
import type { AuthSessions } from '../sign-in/auth-sessions.ts';
import type { CompleteSignIn } from '../sign-in/complete-sign-in.ts';
import type { SignInLockout } from '../sign-in/sign-in-lockout.ts';
import { withDevice } from '../sign-in/start-sign-in.ts';
import type { SoftwareTokens } from './software-tokens.ts';

type Dependencies = {
  authSessions: AuthSessions;
  secondFactorLockout: SignInLockout;
  softwareTokens: SoftwareTokens;
} & {
  completeSignIn: CompleteSignIn;
};

/** The challenge SOFTWARE_TOKEN_MFA: a code of the user's authenticator app. */
export const createSoftwareTokenMfa =
  ({ authSessions, secondFactorLockout, softwareTokens, completeSignIn }: Dependencies): ChallengeResponder =>
  (answer) => {
    const { signIn, consume } = authSessions.findAnswered(answer, 'SOFTWARE_TOKEN_MFA');
    const { sub } = signIn.account;
    secondFactorLockout.assertNotLocked(sub);
    // A token that was replaced after the challenge proves nothing.
    const code = answer.responses.SOFTWARE_TOKEN_MFA_CODE ?? '';
    const check = softwareTokens.isVerified(sub) ? softwareTokens.useCode(sub, code) : 'wrong';
    if (check !== 'right') {
      secondFactorLockout.recordFailure(sub);
      throw check === 'used' ? softwareTokenUsed() : signInCodeMismatch();
    }
    consume();
    secondFactorLockout.clear(sub);
    return completeSignIn({ ...withDevice(signIn, answer), secondFactor: 'SOFTWARE_TOKEN_MFA' });
  };
