import { describe, expect, test } from 'vitest';
import { passkeysOf } from './support/passkeys.ts';
import { createSoftwareAuthenticator, type Deviation } from './support/software-authenticator.ts';
import { proofOf, startUserAuth } from './support/user-auth.ts';

const bothFactors = { factorConfiguration: 'MULTI_FACTOR_WITH_USER_VERIFICATION' } as const;
const app = { SoftwareTokenMfaSettings: { Enabled: true } };
const passkey = { WebAuthnMfaSettings: { Enabled: true } };

/** A user with an authenticator app and a passkey. */
const startWithPasskey = async (poolConfig = {}) => {
  const started = await startUserAuth({ webAuthn: bothFactors, ...poolConfig });
  await started.setUpApp();
  const AccessToken = await started.signIn();
  const passkeys = passkeysOf(started.pool, AccessToken);
  const authenticator = createSoftwareAuthenticator('ES256');
  await passkeys.complete(authenticator.create(await passkeys.start()));
  const signInWithPasskey = async (deviation: Deviation = {}) => {
    const challenge = await started.initiate({ PREFERRED_CHALLENGE: 'WEB_AUTHN' });
    const options = JSON.parse(challenge.ChallengeParameters?.CREDENTIAL_REQUEST_OPTIONS ?? '');
    const CREDENTIAL = JSON.stringify(authenticator.get(options, deviation));
    return started.respond(challenge, 'WEB_AUTHN', { CREDENTIAL });
  };
  return { ...started, AccessToken, signInWithPasskey };
};

describe.each(['OPTIONAL', 'ON'] as const)('with MFA %s, a passkey of a user with a second factor', (mfa) => {
  const start = () => startWithPasskey({ mfaConfiguration: mfa });

  test('is not offered until the user lets it count as both factors', async () => {
    const { admin, AccessToken, initiate } = await start();

    expect((await initiate()).AvailableChallenges).toEqual(['PASSWORD_SRP', 'PASSWORD']);
    await admin.setUserMFAPreference({ AccessToken, ...app, ...passkey });

    expect((await initiate()).AvailableChallenges).toEqual(['PASSWORD_SRP', 'PASSWORD', 'WEB_AUTHN']);
  });

  test('signs in without a code, while a password still needs one', async () => {
    const { admin, AccessToken, signInWithPasskey, withPassword } = await start();
    await admin.setUserMFAPreference({ AccessToken, ...app, ...passkey });

    expect(proofOf(await signInWithPasskey())).toEqual({ acr: 'urn:cognito:loa:3', amr: ['hwk'] });
    expect(await withPassword()).toMatchObject({ ChallengeName: 'SOFTWARE_TOKEN_MFA' });
  });

  test('is rejected if its authenticator has not verified the user', async () => {
    const { admin, AccessToken, signInWithPasskey } = await start();
    await admin.setUserMFAPreference({ AccessToken, ...app, ...passkey });

    await expect(signInWithPasskey({ isUserVerified: false })).rejects.toMatchObject({
      name: 'NotAuthorizedException',
    });
  });
});

describe('a passkey counts as both factors', () => {
  test('only in a pool that allows it', async () => {
    const { admin, AccessToken, initiate } = await startWithPasskey({ webAuthn: {} });

    await expect(admin.setUserMFAPreference({ AccessToken, ...app, ...passkey })).rejects.toMatchObject({
      name: 'InvalidParameterException',
    });
    expect((await initiate()).AvailableChallenges).not.toContain('WEB_AUTHN');
  });

  test('only beside another second factor', async () => {
    const { admin, AccessToken } = await startWithPasskey();

    await expect(admin.setUserMFAPreference({ AccessToken, ...passkey })).rejects.toMatchObject({
      name: 'InvalidParameterException',
      message: 'WebAuthn MFA requires enabling an additional MFA setting.',
    });
  });

  test('until the user turns it off', async () => {
    const { admin, AccessToken, initiate } = await startWithPasskey();
    await admin.setUserMFAPreference({ AccessToken, ...app, ...passkey });

    await admin.setUserMFAPreference({ AccessToken, WebAuthnMfaSettings: { Enabled: false } });

    expect((await initiate()).AvailableChallenges).not.toContain('WEB_AUTHN');
  });
});
