import { expect, test } from 'vitest';
import { newestCode } from '../support/mailbox.ts';
import { ann } from '../support/people.ts';
import { startTestPool } from '../support/start-test-pool.ts';
import { openApp } from './support/open-app.ts';

const openAppAsAnn = async () => {
  const pool = await startTestPool();
  await pool.createConfirmedUser(ann);
  const app = await openApp(pool);
  const { auth } = app;
  await auth('signIn', { username: ann.email, password: ann.password });
  return { pool, app, auth };
};

test('signs up, confirms the code and signs in by SRP from another origin', async () => {
  const pool = await startTestPool();
  const { auth } = await openApp(pool);

  const { nextStep } = await auth('signUp', { username: ann.email, password: ann.password });
  expect(nextStep.signUpStep).toBe('CONFIRM_SIGN_UP');
  const confirmationCode = await newestCode(pool, ann.email);
  await auth('confirmSignUp', { username: ann.email, confirmationCode });

  expect(await auth('signIn', { username: ann.email, password: ann.password })).toMatchObject({
    isSignedIn: true,
  });
  expect(await auth('fetchUserAttributes')).toMatchObject({ email: ann.email, email_verified: 'true' });
});

test('rejects a wrong password with the name and message of Cognito', async () => {
  const pool = await startTestPool();
  await pool.createConfirmedUser(ann);
  const { auth } = await openApp(pool);

  await expect(auth('signIn', { username: ann.email, password: 'Wrong-Horse-1' })).rejects.toMatchObject({
    name: 'NotAuthorizedException',
    message: 'Incorrect username or password.',
  });
});

test('keeps a session over a reload and refreshes its tokens', async () => {
  const { app, auth } = await openAppAsAnn();
  const { tokens: first } = await auth('fetchAuthSession');

  await app.reload();
  const { tokens: second } = await auth('fetchAuthSession', { forceRefresh: true });

  expect(second?.accessToken.payload.origin_jti).toBe(first?.accessToken.payload.origin_jti);
  expect(second?.accessToken.payload.jti).not.toBe(first?.accessToken.payload.jti);
});

test('signing out ends the session in the browser and on the server', async () => {
  const { app, auth } = await openAppAsAnn();
  const refreshToken = await app.page.evaluate(() =>
    Object.entries(localStorage).find(([name]) => name.endsWith('.refreshToken')),
  );

  await auth('signOut');

  await expect(auth('getCurrentUser')).rejects.toMatchObject({ name: 'UserUnAuthenticatedException' });
  await app.page.evaluate(([name, value]) => localStorage.setItem(name, value), refreshToken ?? ['', '']);
  expect((await auth('fetchAuthSession', { forceRefresh: true })).tokens).toBeUndefined();
});

test('replaces a forgotten password by the code', async () => {
  const pool = await startTestPool();
  await pool.createConfirmedUser(ann);
  const { auth } = await openApp(pool);

  await auth('resetPassword', { username: ann.email });
  const confirmationCode = await newestCode(pool, ann.email);
  const newPassword = 'Battery-Staple-3';
  await auth('confirmResetPassword', { username: ann.email, confirmationCode, newPassword });

  expect(await auth('signIn', { username: ann.email, password: newPassword })).toMatchObject({
    isSignedIn: true,
  });
});
