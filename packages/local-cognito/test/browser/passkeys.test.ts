import { expect, test } from 'vitest';
import { ann } from '../support/people.ts';
import { startTestPool } from '../support/start-test-pool.ts';
import { openApp } from './support/open-app.ts';
import { addVirtualAuthenticator } from './support/virtual-authenticator.ts';

const openAppAsAnn = async () => {
  const pool = await startTestPool();
  await pool.createConfirmedUser(ann);
  const app = await openApp(pool);
  const authenticator = await addVirtualAuthenticator(app.page);
  const { auth } = app;
  await auth('signIn', { username: ann.email, password: ann.password });
  return { pool, app, auth, authenticator };
};

test('a passkey is registered, listed and deleted', async () => {
  const { pool, auth, authenticator } = await openAppAsAnn();

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
  expect(pool).toBeDefined();
});
