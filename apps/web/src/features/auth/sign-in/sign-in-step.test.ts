import { expect, test } from 'vitest';
import { type NextStep, toSignInStep } from './sign-in-step.ts';

const totpSetupDetails = { sharedSecret: 'ABC', getSetupUri: () => new URL('otpauth://totp/x') };

test.each<[NextStep, ReturnType<typeof toSignInStep>]>([
  [{ signInStep: 'DONE' }, { name: 'signed-in' }],
  [{ signInStep: 'CONTINUE_SIGN_IN_WITH_FIRST_FACTOR_SELECTION' }, { name: 'choose-way' }],
  [{ signInStep: 'CONFIRM_SIGN_IN_WITH_PASSWORD' }, { name: 'way', way: 'password' }],
  [{ signInStep: 'CONFIRM_SIGN_IN_WITH_EMAIL_CODE' }, { name: 'email-code' }],
  [{ signInStep: 'CONFIRM_SIGN_IN_WITH_TOTP_CODE' }, { name: 'authenticator-code' }],
  [
    { signInStep: 'CONTINUE_SIGN_IN_WITH_MFA_SELECTION', allowedMFATypes: ['TOTP', 'SMS', 'EMAIL'] },
    { name: 'choose-factor', factors: ['TOTP', 'EMAIL'] },
  ],
  [
    { signInStep: 'CONTINUE_SIGN_IN_WITH_MFA_SETUP_SELECTION', allowedMFATypes: ['TOTP', 'EMAIL'] },
    { name: 'choose-factor-to-set-up', factors: ['TOTP', 'EMAIL'] },
  ],
  [
    { signInStep: 'CONTINUE_SIGN_IN_WITH_TOTP_SETUP', totpSetupDetails },
    { name: 'set-up-authenticator', setup: totpSetupDetails },
  ],
  [{ signInStep: 'CONTINUE_SIGN_IN_WITH_EMAIL_SETUP' }, { name: 'set-up-email-codes' }],
  [
    { signInStep: 'CONFIRM_SIGN_IN_WITH_NEW_PASSWORD_REQUIRED', missingAttributes: ['name'] },
    { name: 'new-password', missingAttributes: ['name'] },
  ],
  [{ signInStep: 'CONFIRM_SIGN_UP' }, { name: 'confirm-address' }],
  [{ signInStep: 'RESET_PASSWORD' }, { name: 'reset-password', isDemanded: true }],
])('%o leads to the step %o', (next, step) => {
  expect(toSignInStep(next)).toEqual(step);
});

test('rejects a step that the app does not implement', () => {
  expect(() => toSignInStep({ signInStep: 'CONFIRM_SIGN_IN_WITH_CUSTOM_CHALLENGE' })).toThrow(
    expect.objectContaining({ name: 'UnsupportedSignInStepError' }),
  );
});
