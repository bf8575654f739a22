import { Secret, TOTP } from 'otpauth';
import { expect, test } from 'vitest';
import { newestCode } from '../support/mailbox.ts';
import { ann } from '../support/people.ts';
import { startTestPool } from '../support/start-test-pool.ts';
import { openApp } from './support/open-app.ts';

test('an emailed code signs in without a password', async () => {
  const pool = await startTestPool();
  await pool.createConfirmedUser(ann);
  const { auth } = await openApp(pool);

  const { nextStep } = await auth('signIn', {
    username: ann.email,
    options: { authFlowType: 'USER_AUTH', preferredChallenge: 'EMAIL_OTP' },
  });
  expect(nextStep.signInStep).toBe('CONFIRM_SIGN_IN_WITH_EMAIL_CODE');
  await expect(auth('confirmSignIn', { challengeResponse: '00000000' })).rejects.toMatchObject({
    name: 'CodeMismatchException',
  });

  const challengeResponse = await newestCode(pool, ann.email);
  expect(await auth('confirmSignIn', { challengeResponse })).toMatchObject({ isSignedIn: true });
});

test('an authenticator app is set up and required after the password', async () => {
  const pool = await startTestPool();
  await pool.createConfirmedUser(ann);
  const { auth } = await openApp(pool);
  const password = { username: ann.email, password: ann.password };
  await auth('signIn', password);

  const { sharedSecret } = await auth('setUpTOTP');
  const app = new TOTP({ secret: Secret.fromBase32(sharedSecret) });
  await auth('verifyTOTPSetup', { code: app.generate() });
  await auth('updateMFAPreference', { totp: 'PREFERRED' });
  expect(await auth('fetchMFAPreference')).toEqual({ enabled: ['TOTP'], preferred: 'TOTP' });
  await auth('signOut');

  const { nextStep } = await auth('signIn', password);
  expect(nextStep.signInStep).toBe('CONFIRM_SIGN_IN_WITH_TOTP_CODE');
  // Each code works once, and the first has been used.
  pool.advanceClock(30_000);
  const challengeResponse = app.generate({ timestamp: Date.now() + 30_000 });
  expect(await auth('confirmSignIn', { challengeResponse })).toMatchObject({ isSignedIn: true });
});
