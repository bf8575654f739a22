import type { PoolSettings } from '../settings/pool-settings.ts';
import type { ChallengeReply } from '../sign-in/auth-flow.ts';
import type { AuthSessions, SignIn } from '../sign-in/auth-sessions.ts';
import type { SignInStep } from '../sign-in/complete-sign-in.ts';
import type { PoseEmailOtp } from '../sign-in/email-otp-challenge.ts';
import type { MfaMethod } from './mfa-preferences.ts';
import type { SecondFactors } from './second-factors.ts';

/** Issues the challenge of a second factor. */
export type PoseSecondFactor = (signIn: SignIn, method: MfaMethod) => ChallengeReply;

/** Binds the challenges of second factors to the pool. */
export const createPoseSecondFactor =
  ({ authSessions }: { authSessions: AuthSessions }, poseEmailOtp: PoseEmailOtp): PoseSecondFactor =>
  (signIn, method) => {
    if (method === 'EMAIL_OTP') return poseEmailOtp(signIn, 'second-factor');
    return {
      ChallengeName: 'SOFTWARE_TOKEN_MFA',
      ChallengeParameters: { USER_ID_FOR_SRP: signIn.account.sub },
      Session: authSessions.open(signIn, { SOFTWARE_TOKEN_MFA: {} }),
    };
  };

type Dependencies = { settings: PoolSettings; authSessions: AuthSessions; secondFactors: SecondFactors };

/** Requires the preferred second factor, a choice among several, or the setup of one. */
export const createMfaStep =
  ({ settings, authSessions, secondFactors }: Dependencies, poseSecondFactor: PoseSecondFactor): SignInStep =>
  (signIn, user) => {
    if (signIn.secondFactor !== undefined) return undefined;
    const { enabled, preferred } = secondFactors.of(user);
    const [first, second] = enabled;
    if (preferred !== undefined) return poseSecondFactor(signIn, preferred);
    if (second !== undefined) {
      return {
        ChallengeName: 'SELECT_MFA_TYPE',
        ChallengeParameters: { USER_ID_FOR_SRP: user.sub, MFAS_CAN_CHOOSE: JSON.stringify(enabled) },
        Session: authSessions.open(signIn, { SELECT_MFA_TYPE: {} }),
      };
    }
    if (first !== undefined) return poseSecondFactor(signIn, first);
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
