import { expect, test } from 'vitest';
import { newestCode } from '../support/mailbox.ts';
import { ann } from '../support/people.ts';
import { startTestPool } from '../support/start-test-pool.ts';
import { openApp } from './support/open-app.ts';

test('an e-mailed code signs in without a password', async () => {
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
