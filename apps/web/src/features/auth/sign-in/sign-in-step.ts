import type { SignInOutput } from 'aws-amplify/auth';
import { z } from 'zod/mini';
import type { SignInWay } from './sign-in-ways.ts';

export type NextStep = SignInOutput['nextStep'];

type TotpSetupStep = Extract<NextStep, { signInStep: 'CONTINUE_SIGN_IN_WITH_TOTP_SETUP' }>;

/** The secret of an authenticator app that the sign-in sets up. */
export type AuthenticatorSetup = TotpSetupStep['totpSetupDetails'];

/** A second factor by Amplify's name. */
export type SecondFactor = 'TOTP' | 'EMAIL';

/** What the user does next. */
export type SignInStep =
  | { name: 'email' }
  | { name: 'choose-way' }
  | { name: 'way'; way: SignInWay; error?: Error }
  | { name: 'email-code' }
  | { name: 'authenticator-code' }
  | { name: 'recovery-code'; password: string }
  | { name: 'choose-factor'; factors: readonly SecondFactor[] }
  | { name: 'choose-factor-to-set-up'; factors: readonly SecondFactor[] }
  | { name: 'set-up-authenticator'; setup: AuthenticatorSetup }
  | { name: 'set-up-email-codes' }
  | { name: 'new-password'; missingAttributes: readonly string[] }
  | { name: 'confirm-address' }
  | { name: 'request-reset' }
  | { name: 'reset-password'; isDemanded: boolean }
  | { name: 'signed-in' };

/** The step that a reload can return to: its code is valid without the sign-in that led there. */
export const resumableStepSchema = z.object({ name: z.literal('reset-password'), isDemanded: z.boolean() });

class UnsupportedSignInStepError extends Error {
  constructor(step: string) {
    super(`The app does not implement the sign-in step ${step}.`);
    this.name = 'UnsupportedSignInStepError';
  }
}

const isSupported = (factor: string): factor is SecondFactor => factor === 'TOTP' || factor === 'EMAIL';

/** Decides what follows a call of `signIn` or `confirmSignIn`, for every way to sign in. */
export const toSignInStep = (next: NextStep): SignInStep => {
  switch (next.signInStep) {
    case 'DONE':
      return { name: 'signed-in' };
    case 'CONTINUE_SIGN_IN_WITH_FIRST_FACTOR_SELECTION':
      return { name: 'choose-way' };
    case 'CONFIRM_SIGN_IN_WITH_PASSWORD':
      return { name: 'way', way: 'password' };
    case 'CONFIRM_SIGN_IN_WITH_EMAIL_CODE':
      return { name: 'email-code' };
    case 'CONFIRM_SIGN_IN_WITH_TOTP_CODE':
      return { name: 'authenticator-code' };
    case 'CONTINUE_SIGN_IN_WITH_MFA_SELECTION':
      return { name: 'choose-factor', factors: next.allowedMFATypes?.filter(isSupported) ?? [] };
    case 'CONTINUE_SIGN_IN_WITH_MFA_SETUP_SELECTION':
      return { name: 'choose-factor-to-set-up', factors: next.allowedMFATypes?.filter(isSupported) ?? [] };
    case 'CONTINUE_SIGN_IN_WITH_TOTP_SETUP':
      return { name: 'set-up-authenticator', setup: next.totpSetupDetails };
    case 'CONTINUE_SIGN_IN_WITH_EMAIL_SETUP':
      return { name: 'set-up-email-codes' };
    case 'CONFIRM_SIGN_IN_WITH_NEW_PASSWORD_REQUIRED':
      return { name: 'new-password', missingAttributes: next.missingAttributes ?? [] };
    case 'CONFIRM_SIGN_UP':
      return { name: 'confirm-address' };
    case 'RESET_PASSWORD':
      return { name: 'reset-password', isDemanded: true };
    default:
      throw new UnsupportedSignInStepError(next.signInStep);
  }
};
