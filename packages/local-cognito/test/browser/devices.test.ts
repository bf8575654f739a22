import { expect, test } from 'vitest';
import { ann } from '../support/people.ts';
import { startTestPool } from '../support/start-test-pool.ts';
import { openApp } from './support/open-app.ts';

const password = { username: ann.email, password: ann.password };

/** Ann must enter an emailed code, except on a remembered device. */
const openAppAsAnn = async () => {
  const pool = await startTestPool({
    deviceConfiguration: { challengeRequiredOnNewDevice: true, deviceOnlyRememberedOnUserPrompt: true },
  });
  await pool.createConfirmedUser(ann);
  const app = await openApp(pool);
  await app.auth('signIn', password);
  await app.auth('updateMFAPreference', { email: 'PREFERRED' });
  return { pool, auth: app.auth };
};

test('a remembered browser signs in by the password alone until it is forgotten', async () => {
  const { auth } = await openAppAsAnn();

  await auth('rememberDevice');
  await auth('signOut');
  expect(await auth('signIn', password)).toMatchObject({ isSignedIn: true });
  expect(await auth('fetchDevices')).toMatchObject([{ id: expect.stringMatching(/^us-east-1_/) }]);

  await auth('forgetDevice');
  expect(await auth('fetchDevices')).toEqual([]);
  await auth('signOut');
  expect(await auth('signIn', password)).toMatchObject({
    nextStep: { signInStep: 'CONFIRM_SIGN_IN_WITH_EMAIL_CODE' },
  });
});

test('another browser is not remembered', async () => {
  const { pool, auth } = await openAppAsAnn();
  await auth('rememberDevice');

  const other = await openApp(pool);

  expect(await other.auth('signIn', password)).toMatchObject({
    nextStep: { signInStep: 'CONFIRM_SIGN_IN_WITH_EMAIL_CODE' },
  });
});
