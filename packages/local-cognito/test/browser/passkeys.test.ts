import type { UserPoolConfig } from '@share-my-files/local-cognito';
import { describe, expect, test } from 'vitest';
import { newestCode } from '../support/mailbox.ts';
import { ann } from '../support/people.ts';
import { startTestPool } from '../support/start-test-pool.ts';
import { openApp } from './support/open-app.ts';
import { addVirtualAuthenticator } from './support/virtual-authenticator.ts';

const password = { username: ann.email, password: ann.password };
const passkey = {
  username: ann.email,
  options: { authFlowType: 'USER_AUTH', preferredChallenge: 'WEB_AUTHN' },
} as const;

const openAppAsAnn = async (config: UserPoolConfig = {}) => {
  const pool = await startTestPool(config);
  await pool.createConfirmedUser(ann);
  const app = await openApp(pool);
  const authenticator = await addVirtualAuthenticator(app.page);
  await app.auth('signIn', password);
  return { pool, app, auth: app.auth, authenticator };
};

/** Ann has a passkey and is signed out. */
const openAppWithPasskey = async (config: UserPoolConfig = {}) => {
  const opened = await openAppAsAnn(config);
  await opened.auth('associateWebAuthnCredential');
  await opened.auth('signOut');
  return opened;
};

describe('the passkeys of the signed-in user', () => {
  test('are registered, listed and deleted', async () => {
    const { auth, authenticator } = await openAppAsAnn();

    await auth('associateWebAuthnCredential');

    expect(await authenticator.countCredentials()).toBe(1);
    const { credentials } = await auth('listWebAuthnCredentials');
    expect(credentials).toEqual([
      {
        credentialId: expect.stringMatching(/^[\w-]{20,}$/),
        friendlyCredentialName: 'Passkey on this device',
        relyingPartyId: 'localhost',
        authenticatorAttachment: 'platform',
        authenticatorTransports: ['internal'],
        createdAt: expect.any(String),
      },
    ]);
    await auth('deleteWebAuthnCredential', { credentialId: credentials[0]?.credentialId ?? '' });
    expect(await auth('listWebAuthnCredentials')).toEqual({ credentials: [] });
  });

  test('are limited to one per authenticator, because the browser excludes registered ones', async () => {
    const { auth } = await openAppAsAnn();
    await auth('associateWebAuthnCredential');

    await expect(auth('associateWebAuthnCredential')).rejects.toMatchObject({
      name: 'PasskeyAlreadyExists',
    });
  });
});

describe('signing in with a passkey', () => {
  test('works repeatedly', async () => {
    const { auth } = await openAppWithPasskey();

    for (let count = 0; count < 2; count += 1) {
      expect(await auth('signIn', passkey)).toMatchObject({ isSignedIn: true });
      expect(await auth('getCurrentUser')).toMatchObject({ signInDetails: { loginId: ann.email } });
      await auth('signOut');
    }
  });

  test('is one of the factors to choose from', async () => {
    const { auth } = await openAppWithPasskey();

    const { nextStep } = await auth('signIn', {
      username: ann.email,
      options: { authFlowType: 'USER_AUTH' },
    });

    expect(nextStep).toMatchObject({
      signInStep: 'CONTINUE_SIGN_IN_WITH_FIRST_FACTOR_SELECTION',
      availableChallenges: expect.arrayContaining(['WEB_AUTHN', 'EMAIL_OTP', 'PASSWORD_SRP']),
    });
    expect(await auth('confirmSignIn', { challengeResponse: 'WEB_AUTHN' })).toMatchObject({
      isSignedIn: true,
    });
  });

  test('falls back to an emailed code if the authenticator has lost the passkey', async () => {
    const { pool, auth, authenticator } = await openAppWithPasskey();
    await authenticator.clearCredentials();

    await expect(auth('signIn', passkey)).rejects.toMatchObject({ name: 'PasskeyAuthenticationCanceled' });

    expect(await auth('confirmSignIn', { challengeResponse: 'EMAIL_OTP' })).toMatchObject({
      nextStep: { signInStep: 'CONFIRM_SIGN_IN_WITH_EMAIL_CODE' },
    });
    const challengeResponse = await newestCode(pool, ann.email);
    expect(await auth('confirmSignIn', { challengeResponse })).toMatchObject({ isSignedIn: true });
  });

  test('fails in the browser if the pool requires a user verification that the authenticator lacks', async () => {
    const { auth, authenticator } = await openAppWithPasskey({ webAuthn: { userVerification: 'required' } });
    await authenticator.setUserVerified(false);

    await expect(auth('signIn', passkey)).rejects.toMatchObject({ name: 'PasskeyAuthenticationCanceled' });
  });

  test('fails after the passkey is deleted', async () => {
    const { auth } = await openAppWithPasskey();
    await auth('signIn', passkey);
    const { credentials } = await auth('listWebAuthnCredentials');
    await auth('deleteWebAuthnCredential', { credentialId: credentials[0]?.credentialId ?? '' });
    await auth('signOut');

    expect(await auth('signIn', passkey)).toMatchObject({
      nextStep: { signInStep: 'CONTINUE_SIGN_IN_WITH_FIRST_FACTOR_SELECTION' },
    });
  });
});
