import { createDeviceOfSignIn } from '../devices/device-of-sign-in.ts';
import { createDevicePasswordVerifier, createDeviceSrpAuth } from '../devices/device-srp-auth.ts';
import { createDeviceStep, rejectUnknownDevices } from '../devices/device-step.ts';
import { createMfaSetup } from '../mfa/mfa-setup.ts';
import { createIssueSecondFactor, createMfaStep } from '../mfa/mfa-step.ts';
import { createSelectMfaType } from '../mfa/select-mfa-type.ts';
import { createSetUpEmailMfa } from '../mfa/set-up-email-mfa.ts';
import { createSoftwareTokenMfa } from '../mfa/software-token-mfa.ts';
import { createWebAuthn } from '../passkeys/web-authn.ts';
import { createWebAuthnFactor } from '../passkeys/web-authn-factor.ts';
import type { ChallengeResponders } from '../sign-in/auth-flow.ts';
import { createCompleteSignIn } from '../sign-in/complete-sign-in.ts';
import { createEmailOtp } from '../sign-in/email-otp/email-otp.ts';
import { createIssueEmailOtp } from '../sign-in/email-otp/email-otp-challenge.ts';
import { createEmailOtpFactor } from '../sign-in/email-otp/email-otp-factor.ts';
import { createAvailableFactors, type FirstFactor } from '../sign-in/first-factors.ts';
import {
  createNewPasswordRequired,
  createNewPasswordStep,
} from '../sign-in/password/new-password-required.ts';
import { createPasswordFactors } from '../sign-in/password/password-factors.ts';
import { createPasswordVerifier } from '../sign-in/password/password-verifier.ts';
import { createProvePassword } from '../sign-in/password/prove-password.ts';
import { createIssueSrpChallenge } from '../sign-in/password/srp-challenge.ts';
import { createUserPasswordAuth } from '../sign-in/password/user-password-auth.ts';
import { createUserSrpAuth } from '../sign-in/password/user-srp-auth.ts';
import { createRefreshTokenAuth } from '../sign-in/refresh-token-auth.ts';
import type { AuthFlows } from '../sign-in/run-auth-flow.ts';
import { createSelectChallenge } from '../sign-in/select-challenge.ts';
import { createStepUp } from '../sign-in/step-up.ts';
import { createUserAuth } from '../sign-in/user-auth.ts';
import type { UserPool } from './user-pool.ts';

/** The ways to sign in: flows, challenges, and the first factors of USER_AUTH. */
export type SignInFlows = {
  flows: AuthFlows;
  responders: ChallengeResponders;
  firstFactors: readonly FirstFactor[];
};

/** Composes the ways to sign in. */
export const createSignInFlows = (pool: UserPool): SignInFlows => {
  const { accounts, secondFactors } = pool;
  const issueEmailOtp = createIssueEmailOtp(pool);
  const issueSecondFactor = createIssueSecondFactor(pool, issueEmailOtp);
  const completeSignIn = createCompleteSignIn({
    ...pool,
    steps: [createNewPasswordStep(pool), createDeviceStep(pool), createMfaStep(pool, issueSecondFactor)],
    deviceOf: createDeviceOfSignIn(pool),
  });
  const dependencies = { ...pool, completeSignIn, issueEmailOtp };
  const provePassword = createProvePassword(dependencies);
  const issueSrpChallenge = createIssueSrpChallenge(pool);
  const firstFactors = [
    ...createPasswordFactors({ ...pool, provePassword, issueSrpChallenge }),
    createEmailOtpFactor(issueEmailOtp),
    createWebAuthnFactor(pool),
  ];
  const stepUp = createStepUp({
    ...pool,
    availableFactors: createAvailableFactors(pool.settings, firstFactors, secondFactors.isRequiredFor),
    secondFactorsOf: ({ user }) => (user === undefined ? [] : secondFactors.of(user).enabled),
  });
  const refreshTokenAuth = createRefreshTokenAuth(pool);
  const passwordAuth = createUserPasswordAuth(accounts, provePassword);

  return {
    flows: {
      ADMIN_NO_SRP_AUTH: passwordAuth,
      ADMIN_USER_PASSWORD_AUTH: passwordAuth,
      REFRESH_TOKEN: refreshTokenAuth,
      REFRESH_TOKEN_AUTH: refreshTokenAuth,
      USER_AUTH: createUserAuth({ ...dependencies, stepUp }),
      USER_PASSWORD_AUTH: passwordAuth,
      USER_SRP_AUTH: createUserSrpAuth(accounts, issueSrpChallenge),
    },
    responders: rejectUnknownDevices(pool, {
      DEVICE_PASSWORD_VERIFIER: createDevicePasswordVerifier(dependencies),
      DEVICE_SRP_AUTH: createDeviceSrpAuth(pool),
      EMAIL_OTP: createEmailOtp({ ...dependencies, setUpEmailMfa: createSetUpEmailMfa(pool) }),
      MFA_SETUP: createMfaSetup(dependencies),
      NEW_PASSWORD_REQUIRED: createNewPasswordRequired(dependencies),
      PASSWORD: createSelectChallenge(pool, stepUp, 'PASSWORD'),
      PASSWORD_SRP: createSelectChallenge(pool, stepUp, 'PASSWORD_SRP'),
      PASSWORD_VERIFIER: createPasswordVerifier(dependencies),
      SELECT_CHALLENGE: createSelectChallenge(pool, stepUp),
      SELECT_MFA_TYPE: createSelectMfaType(pool, issueSecondFactor),
      SOFTWARE_TOKEN_MFA: createSoftwareTokenMfa(dependencies),
      WEB_AUTHN: createWebAuthn(dependencies),
    }),
    firstFactors,
  };
};
