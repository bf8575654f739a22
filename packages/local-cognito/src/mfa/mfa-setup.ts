import { invalidParameter, invalidSession } from '../errors.ts';
import type { PoolSettings } from '../settings/pool-settings.ts';
import type { ChallengeResponder } from '../sign-in/auth-flow.ts';
import type { AuthSessions } from '../sign-in/auth-sessions.ts';
import type { CompleteSignIn } from '../sign-in/complete-sign-in.ts';
import type { IssueEmailOtp } from '../sign-in/email-otp/email-otp-challenge.ts';
import { withDevice } from '../sign-in/start-sign-in.ts';
import { emailKey } from '../users/email-address.ts';
import type { UserRepository } from '../users/user-repository.ts';
import type { MfaPreferences } from './mfa-preferences.ts';
import { findMfaSetup } from './mfa-setup-session.ts';
import type { SecondFactors } from './second-factors.ts';

type Dependencies = {
  settings: PoolSettings;
  authSessions: AuthSessions;
  mfaPreferences: MfaPreferences;
  secondFactors: SecondFactors;
  users: UserRepository;
} & {
  completeSignIn: CompleteSignIn;
  issueEmailOtp: IssueEmailOtp;
};

/**
 * The challenge MFA_SETUP. With the session from VerifySoftwareToken, the authenticator app becomes the
 * second factor. With EMAIL, which must be the user's own address, a code is sent first.
 */
export const createMfaSetup =
  (pool: Dependencies): ChallengeResponder =>
  (answer) => {
    const { settings, authSessions, mfaPreferences, completeSignIn, issueEmailOtp } = pool;
    authSessions.findAnswered(answer, 'MFA_SETUP');
    const { signIn, state, consume } = findMfaSetup(pool, answer.session);
    const { sub, email } = signIn.account;
    const { EMAIL } = answer.responses;
    if (EMAIL !== undefined) {
      if (!settings.enabledMfas.includes('EMAIL_OTP') || emailKey(EMAIL) !== emailKey(email)) {
        throw invalidParameter('The email address cannot be used for MFA.');
      }
      const challenge = issueEmailOtp(withDevice(signIn, answer), 'setup');
      consume();
      return challenge;
    }
    if (!state.hasVerifiedSoftwareToken) throw invalidSession();
    consume();
    mfaPreferences.set(sub, 'SOFTWARE_TOKEN_MFA', { isEnabled: true });
    return completeSignIn({ ...withDevice(signIn, answer), secondFactor: 'SOFTWARE_TOKEN_MFA' });
  };
