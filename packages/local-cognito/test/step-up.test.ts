import { decodeJwt } from 'jose';
import { describe, expect, test } from 'vitest';
import { appCode } from './support/authenticator-app.ts';
import { newestCode } from './support/mailbox.ts';
import { passkeysOf } from './support/passkeys.ts';
import { ann, bob } from './support/people.ts';
import { createSoftwareAuthenticator } from './support/software-authenticator.ts';
import { acr, proofOf, startUserAuth } from './support/user-auth.ts';

const MINUTE = 60_000;
const refused = { name: 'InvalidParameterException' };

describe('the claims acr and amr', () => {
  test('name the password, in both tokens', async () => {
    const { withPassword } = await startUserAuth();

    const { AuthenticationResult } = await withPassword();

    for (const token of [AuthenticationResult?.AccessToken, AuthenticationResult?.IdToken]) {
      expect(decodeJwt(token ?? '')).toMatchObject({ acr: acr(1), amr: ['pwd'] });
    }
  });

  test('name an emailed code', async () => {
    const { pool, initiate, respond } = await startUserAuth();

    const challenge = await initiate({ PREFERRED_CHALLENGE: 'EMAIL_OTP' });
    const EMAIL_OTP_CODE = await newestCode(pool, ann.email);
    const reply = await respond(challenge, 'EMAIL_OTP', { EMAIL_OTP_CODE });

    expect(proofOf(reply)).toEqual({ acr: acr(2), amr: ['email_otp'] });
  });

  test('name both factors', async () => {
    const { pool, setUpApp, withPassword, respond } = await startUserAuth();
    const secret = await setUpApp();

    const SOFTWARE_TOKEN_MFA_CODE = appCode(secret, pool.time());
    const reply = await respond(await withPassword(), 'SOFTWARE_TOKEN_MFA', { SOFTWARE_TOKEN_MFA_CODE });

    expect(proofOf(reply)).toEqual({ acr: acr(4), amr: ['pwd', 'otp', 'mfa'] });
  });

  test.each([
    ['swk', 'platform'],
    ['hwk', 'cross-platform'],
  ])('name a passkey as %s if its authenticator is %s', async (method, authenticatorAttachment) => {
    const { pool, signIn, initiate, respond } = await startUserAuth();
    const passkeys = passkeysOf(pool, await signIn());
    const authenticator = createSoftwareAuthenticator('ES256');
    const credential = authenticator.create(await passkeys.start());
    await passkeys.complete({ ...credential, authenticatorAttachment });

    const challenge = await initiate({ PREFERRED_CHALLENGE: 'WEB_AUTHN' });
    const options = JSON.parse(challenge.ChallengeParameters?.CREDENTIAL_REQUEST_OPTIONS ?? '');
    const CREDENTIAL = JSON.stringify(authenticator.get(options));

    expect(proofOf(await respond(challenge, 'WEB_AUTHN', { CREDENTIAL }))).toEqual({
      acr: acr(3),
      amr: [method],
    });
  });

  test('survive a refresh, like the time of the sign-in', async () => {
    const { pool, admin, withPassword } = await startUserAuth();
    const { AuthenticationResult } = await withPassword();
    const before = decodeJwt(AuthenticationResult?.AccessToken ?? '');
    pool.advanceClock(MINUTE);

    const { RefreshToken } = AuthenticationResult ?? {};
    const reply = await admin.getTokensFromRefreshToken({ ClientId: pool.userPoolClientId, RefreshToken });

    const { acr: level, amr, auth_time } = before;
    expect(decodeJwt(reply.AuthenticationResult?.AccessToken ?? '')).toMatchObject({
      acr: level,
      amr,
      auth_time,
    });
  });
});

describe('a step-up', () => {
  test('asks only for the second factor that the access token lacks', async () => {
    const { pool, signIn, setUpApp, initiate, respond } = await startUserAuth();
    const secret = await setUpApp();
    const ACCESS_TOKEN = await signIn();

    const challenge = await initiate({ TARGET_ACR_VALUES: acr(4), ACCESS_TOKEN });
    expect(challenge.ChallengeName).toBe('SOFTWARE_TOKEN_MFA');
    const SOFTWARE_TOKEN_MFA_CODE = appCode(secret, pool.time());
    const reply = await respond(challenge, 'SOFTWARE_TOKEN_MFA', { SOFTWARE_TOKEN_MFA_CODE });

    expect(proofOf(reply)).toEqual({ acr: acr(4), amr: ['pwd', 'otp', 'mfa'] });
  });

  test('starts again if the access token is older than MAX_AGE', async () => {
    const { pool, signIn, setUpApp, initiate } = await startUserAuth();
    await setUpApp();
    const ACCESS_TOKEN = await signIn();
    const parameters = { TARGET_ACR_VALUES: acr(4), ACCESS_TOKEN, MAX_AGE: '60' };

    pool.advanceClock(MINUTE);
    expect(await initiate(parameters)).toMatchObject({ ChallengeName: 'SOFTWARE_TOKEN_MFA' });
    pool.advanceClock(1000);

    expect(await initiate(parameters)).toMatchObject({
      ChallengeName: 'SELECT_CHALLENGE',
      AvailableChallenges: ['PASSWORD_SRP', 'PASSWORD'],
    });
  });

  test('offers only the first factors that lead to the level', async () => {
    const { initiate, respond } = await startUserAuth();

    const challenge = await initiate({ TARGET_ACR_VALUES: acr(2) });

    expect(challenge.AvailableChallenges).toEqual(['EMAIL_OTP']);
    await expect(respond(challenge, 'SELECT_CHALLENGE', { ANSWER: 'PASSWORD' })).rejects.toMatchObject(
      refused,
    );
  });

  test('takes the first level that the user can reach', async () => {
    const { initiate } = await startUserAuth();

    expect(await initiate({ TARGET_ACR_VALUES: `${acr(4)} unknown ${acr(2)}` })).toMatchObject({
      AvailableChallenges: ['EMAIL_OTP'],
    });
  });

  test('never suppresses a second factor that the user has enabled', async () => {
    const { setUpApp, withPassword } = await startUserAuth();
    await setUpApp();

    expect(await withPassword({ TARGET_ACR_VALUES: acr(1) })).toMatchObject({
      ChallengeName: 'SOFTWARE_TOKEN_MFA',
    });
  });

  test('asks for the second factor that leads to the level, not for the preferred one', async () => {
    const { signIn, setUpApp, admin, withPassword } = await startUserAuth();
    await setUpApp();
    const EmailMfaSettings = { Enabled: true, PreferredMfa: true };
    const SoftwareTokenMfaSettings = { Enabled: true, PreferredMfa: false };
    const AccessToken = await signIn();
    await admin.setUserMFAPreference({ AccessToken, EmailMfaSettings, SoftwareTokenMfaSettings });

    expect(await withPassword()).toMatchObject({ ChallengeName: 'EMAIL_OTP' });
    expect(await withPassword({ TARGET_ACR_VALUES: acr(4) })).toMatchObject({
      ChallengeName: 'SOFTWARE_TOKEN_MFA',
    });
  });
});

describe('a step-up is rejected', () => {
  test('if the access token already has the level', async () => {
    const { signIn, initiate } = await startUserAuth();

    const parameters = { TARGET_ACR_VALUES: acr(1), ACCESS_TOKEN: await signIn() };
    await expect(initiate(parameters)).rejects.toMatchObject(refused);
  });

  test('if the user has no factors for it', async () => {
    const { signIn, initiate } = await startUserAuth();

    const parameters = { TARGET_ACR_VALUES: acr(4), ACCESS_TOKEN: await signIn() };
    await expect(initiate(parameters)).rejects.toMatchObject(refused);
  });

  test.each([{ TARGET_ACR_VALUES: 'urn:example:high' }, { TARGET_ACR_VALUES: acr(1), MAX_AGE: 'soon' }])(
    'with the parameters %o',
    async (parameters) => {
      const { initiate } = await startUserAuth();

      await expect(initiate(parameters)).rejects.toMatchObject(refused);
    },
  );

  test('with an access token, but without a level', async () => {
    const { signIn, initiate } = await startUserAuth();

    await expect(initiate({ ACCESS_TOKEN: await signIn() })).rejects.toMatchObject(refused);
  });

  test('with the access token of another user', async () => {
    const { pool, initiate } = await startUserAuth();
    const { accessToken } = await pool.issueTokens(await pool.createConfirmedUser(bob));

    const parameters = { TARGET_ACR_VALUES: acr(2), ACCESS_TOKEN: accessToken };
    await expect(initiate(parameters)).rejects.toMatchObject({ name: 'NotAuthorizedException' });
  });
});
