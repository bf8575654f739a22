import { describe, expect, test } from 'vitest';
import { startWithAnn } from './support/administered-pool.ts';
import { appCode } from './support/authenticator-app.ts';
import { ann } from './support/people.ts';
import { startUserAuth } from './support/user-auth.ts';

const refused = { name: 'InvalidParameterException' };

const start = async (poolConfig = {}) => {
  const { admin, who } = await startWithAnn(poolConfig);
  const { UserPoolId } = who;
  return { admin, UserPoolId };
};

describe('the MFA configuration of a pool', () => {
  test('is that of its settings', async () => {
    const { admin, UserPoolId } = await start({ enabledMfas: ['SOFTWARE_TOKEN_MFA'] });

    expect(await admin.getUserPoolMfaConfig({ UserPoolId })).toMatchObject({
      MfaConfiguration: 'OPTIONAL',
      SoftwareTokenMfaConfiguration: { Enabled: true },
      WebAuthnConfiguration: {
        RelyingPartyId: 'localhost',
        UserVerification: 'preferred',
        FactorConfiguration: 'SINGLE_FACTOR',
      },
    });
  });

  test('changes only what the request contains', async () => {
    const { admin, UserPoolId } = await start();

    const WebAuthnConfiguration = { FactorConfiguration: 'MULTI_FACTOR_WITH_USER_VERIFICATION' } as const;
    await admin.setUserPoolMfaConfig({
      UserPoolId,
      SoftwareTokenMfaConfiguration: { Enabled: false },
      WebAuthnConfiguration,
    });

    expect(await admin.getUserPoolMfaConfig({ UserPoolId })).toMatchObject({
      MfaConfiguration: 'OPTIONAL',
      SoftwareTokenMfaConfiguration: { Enabled: false },
      EmailMfaConfiguration: {},
      WebAuthnConfiguration: { RelyingPartyId: 'localhost', ...WebAuthnConfiguration },
    });
  });

  test('applies to the next sign-in', async () => {
    const { admin, pool, withPassword } = await startUserAuth({
      allowedFirstAuthFactors: ['PASSWORD'],
      mfaConfiguration: 'OFF',
    });

    await admin.setUserPoolMfaConfig({ UserPoolId: pool.userPoolId, MfaConfiguration: 'ON' });

    expect(await withPassword()).toMatchObject({ ChallengeName: 'MFA_SETUP' });
  });

  test.each([
    ['an emailed code is a first factor', ['PASSWORD', 'EMAIL_OTP']],
    ['a passkey is a single factor', ['PASSWORD', 'WEB_AUTHN']],
  ])('cannot require a second factor while %s', async (_case, allowedFirstAuthFactors) => {
    const { admin, UserPoolId } = await start({ allowedFirstAuthFactors });

    await expect(admin.setUserPoolMfaConfig({ UserPoolId, MfaConfiguration: 'ON' })).rejects.toMatchObject(
      refused,
    );
  });

  test('needs a second factor', async () => {
    const { admin, UserPoolId } = await start({ mfaConfiguration: 'OFF', enabledMfas: [] });

    await expect(
      admin.setUserPoolMfaConfig({ UserPoolId, MfaConfiguration: 'OPTIONAL' }),
    ).rejects.toMatchObject(refused);
  });
});

describe('an administrator', () => {
  const settings = { SoftwareTokenMfaSettings: { Enabled: true, PreferredMfa: true } };

  test('sets the second factors of a user', async () => {
    const { admin, who } = await startWithAnn();

    await admin.adminSetUserMFAPreference({
      ...who,
      EmailMfaSettings: { Enabled: true, PreferredMfa: true },
    });

    expect(await admin.adminGetUser(who)).toMatchObject({
      UserMFASettingList: ['EMAIL_OTP'],
      PreferredMfaSetting: 'EMAIL_OTP',
    });
    await expect(admin.adminSetUserMFAPreference({ ...who, ...settings })).rejects.toMatchObject(refused);
  });

  test('deletes a lost authenticator app, and the user sets a new one up', async () => {
    const { admin, pool, setUpApp, signIn, withPassword } = await startUserAuth();
    const lost = await setUpApp();
    expect(await withPassword()).toMatchObject({ ChallengeName: 'SOFTWARE_TOKEN_MFA' });
    const who = { UserPoolId: pool.userPoolId, Username: ann.email };

    await admin.adminDeleteSoftwareToken(who);

    expect(await admin.adminGetUser(who)).not.toHaveProperty('UserMFASettingList');
    expect((await withPassword()).AuthenticationResult).toBeDefined();
    const AccessToken = await signIn();
    await expect(admin.setUserMFAPreference({ AccessToken, ...settings })).rejects.toMatchObject(refused);
    const UserCode = appCode(lost, pool.time());
    await expect(admin.verifySoftwareToken({ AccessToken, UserCode })).rejects.toThrow();
    expect(await setUpApp()).not.toBe(lost);
  });
});
