import type { PoolSettings } from '../settings/pool-settings.ts';
import type { IssuedChallenge } from '../sign-in/auth-flow.ts';
import type { AuthSessions, SignIn } from '../sign-in/auth-sessions.ts';
import type { SignInStep } from '../sign-in/complete-sign-in.ts';
import type { IssueEmailOtp } from '../sign-in/email-otp/email-otp-challenge.ts';
import { reachesTarget } from '../sign-in/proven-methods.ts';
import type { MfaMethod } from './mfa-preferences.ts';
import type { SecondFactors } from './second-factors.ts';

/** Issues the challenge of a second factor. */
export type IssueSecondFactor = (signIn: SignIn, method: MfaMethod) => IssuedChallenge;

/** Binds the challenges of second factors to the pool. */
export const createIssueSecondFactor =
  ({ authSessions }: { authSessions: AuthSessions }, issueEmailOtp: IssueEmailOtp): IssueSecondFactor =>
  (signIn, method) => {
    if (method === 'EMAIL_OTP') return issueEmailOtp(signIn, 'second-factor');
    return {
      ChallengeName: 'SOFTWARE_TOKEN_MFA',
      ChallengeParameters: { USER_ID_FOR_SRP: signIn.account.sub },
      Session: authSessions.open(signIn, { SOFTWARE_TOKEN_MFA: {} }),
    };
  };

type Dependencies = { settings: PoolSettings; authSessions: AuthSessions; secondFactors: SecondFactors };

/** Requires the preferred second factor, a choice among several, or the setup of one. */
export const createMfaStep =
  (
    { settings, authSessions, secondFactors }: Dependencies,
    issueSecondFactor: IssueSecondFactor,
  ): SignInStep =>
  (signIn, user) => {
    if (signIn.secondFactor !== undefined && reachesTarget(signIn)) return undefined;
    const { enabled, preferred } = secondFactors.of(user);
    const leading = enabled.filter((secondFactor) => reachesTarget({ ...signIn, secondFactor }));
    const [first, second] = leading;
    if (preferred !== undefined && leading.includes(preferred)) return issueSecondFactor(signIn, preferred);
    if (second !== undefined) {
      return {
        ChallengeName: 'SELECT_MFA_TYPE',
        ChallengeParameters: { USER_ID_FOR_SRP: user.sub, MFAS_CAN_CHOOSE: JSON.stringify(leading) },
        Session: authSessions.open(signIn, { SELECT_MFA_TYPE: {} }),
      };
    }
    if (first !== undefined) return issueSecondFactor(signIn, first);
    if (settings.mfaConfiguration !== 'ON') return undefined;
    return {
      ChallengeName: 'MFA_SETUP',
      ChallengeParameters: {
        USER_ID_FOR_SRP: user.sub,
        MFAS_CAN_SETUP: JSON.stringify(settings.enabledMfas),
      },
      Session: authSessions.open(signIn, { MFA_SETUP: { hasVerifiedSoftwareToken: false } }),
    };
  };
