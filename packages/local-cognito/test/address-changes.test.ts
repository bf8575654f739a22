import { describe, expect, test } from 'vitest';
import { createAdminClient } from './support/admin-client.ts';
import { call } from './support/call.ts';
import { messagesTo, newestCode } from './support/mailbox.ts';
import { ann, bob } from './support/people.ts';
import { startTestPool, type TestPool } from './support/start-test-pool.ts';

const expired = { status: 400, body: { __type: 'ExpiredCodeException' } };

const start = async (poolConfig = {}) => {
  const pool = await startTestPool(poolConfig);
  const admin = createAdminClient(pool);
  const changeAddress = (attributes: Record<string, string> = { email: bob.email, email_verified: 'true' }) =>
    admin.adminUpdateUserAttributes({
      UserPoolId: pool.userPoolId,
      Username: ann.email,
      UserAttributes: Object.entries(attributes).map(([Name, Value]) => ({ Name, Value })),
    });
  return { pool, admin, changeAddress };
};

const callAsClient = (pool: TestPool, action: string, fields: object) =>
  call(pool, action, { ClientId: pool.userPoolClientId, ...fields });

const resetPassword = async (pool: TestPool): Promise<string> => {
  await callAsClient(pool, 'ForgotPassword', { Username: ann.email });
  return newestCode(pool, ann.email);
};

const confirmReset = (pool: TestPool, ConfirmationCode: string) =>
  callAsClient(pool, 'ConfirmForgotPassword', {
    Username: bob.email,
    ConfirmationCode,
    Password: bob.password,
  });

describe('a code sent to the old address', () => {
  test.each(['true', 'false'])(
    'confirms no sign-up after an administrator changes the address, verified: %s',
    async (email_verified) => {
      const { pool, changeAddress } = await start({ attributesRequireVerificationBeforeUpdate: [] });
      await callAsClient(pool, 'SignUp', { Username: ann.email, Password: ann.password });
      const ConfirmationCode = await newestCode(pool, ann.email);

      await changeAddress({ email: bob.email, email_verified });

      const confirm = { Username: bob.email, ConfirmationCode };
      expect(await callAsClient(pool, 'ConfirmSignUp', confirm)).toMatchObject(expired);
    },
  );

  test('resets no password after an administrator changes the address', async () => {
    const { pool, changeAddress } = await start();
    await pool.createConfirmedUser(ann);
    const code = await resetPassword(pool);

    await changeAddress();

    expect(await confirmReset(pool, code)).toMatchObject(expired);
  });

  test('resets no password after the new address is verified', async () => {
    const { pool } = await start();
    const { sub } = await pool.createConfirmedUser(ann);
    const { accessToken: AccessToken } = await pool.issueTokens({ sub });
    const code = await resetPassword(pool);
    await call(pool, 'UpdateUserAttributes', {
      AccessToken,
      UserAttributes: [{ Name: 'email', Value: bob.email }],
    });

    const Code = await newestCode(pool, bob.email);
    await call(pool, 'VerifyUserAttribute', { AccessToken, AttributeName: 'email', Code });

    expect(await confirmReset(pool, code)).toMatchObject(expired);
  });

  test('still works after other attributes change', async () => {
    const { pool, changeAddress } = await start();
    await pool.createConfirmedUser(ann);
    const code = await resetPassword(pool);

    await changeAddress({ name: bob.name, email: ann.email });

    const reset = { Username: ann.email, ConfirmationCode: code, Password: bob.password };
    expect(await callAsClient(pool, 'ConfirmForgotPassword', reset)).toMatchObject({ status: 200 });
  });
});

describe('a sign-in in progress while the address changes', () => {
  test('does not verify the new address by the code sent to the old one', async () => {
    const { pool, admin, changeAddress } = await start({
      mfaConfiguration: 'ON',
      enabledMfas: ['EMAIL_OTP'],
      attributesRequireVerificationBeforeUpdate: [],
      clients: [{ explicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH'] }],
    });
    await pool.createConfirmedUser(ann);
    const AuthParameters = { USERNAME: ann.email, PASSWORD: ann.password };
    const begun = await callAsClient(pool, 'InitiateAuth', {
      AuthFlow: 'USER_PASSWORD_AUTH',
      AuthParameters,
    });
    const respond = (ChallengeName: string, Session: unknown, responses: object) =>
      callAsClient(pool, 'RespondToAuthChallenge', {
        ChallengeName,
        Session,
        ChallengeResponses: { USERNAME: ann.email, ...responses },
      });
    const mailed = await respond('MFA_SETUP', begun.body.Session, { EMAIL: ann.email });
    const EMAIL_OTP_CODE = await newestCode(pool, ann.email);

    await changeAddress({ email: bob.email });

    expect(await respond('EMAIL_OTP', mailed.body.Session, { EMAIL_OTP_CODE })).toMatchObject({
      status: 400,
      body: { message: 'Invalid session for the user.' },
    });
    const who = { UserPoolId: pool.userPoolId, Username: bob.email };
    const { UserAttributes } = await admin.adminGetUser(who);
    expect(UserAttributes).toContainEqual({ Name: 'email_verified', Value: 'false' });
  });
});

describe('SELECT_CHALLENGE', () => {
  const startAnn = async () => {
    const { pool, admin, changeAddress } = await start();
    const { sub } = await pool.createConfirmedUser(ann);
    const AuthParameters = { USERNAME: ann.email };
    const { body } = await callAsClient(pool, 'InitiateAuth', { AuthFlow: 'USER_AUTH', AuthParameters });
    const select = (ANSWER: string) =>
      callAsClient(pool, 'RespondToAuthChallenge', {
        ChallengeName: 'SELECT_CHALLENGE',
        Session: body.Session,
        ChallengeResponses: { USERNAME: sub, ANSWER },
      });
    return { pool, admin, changeAddress, select, who: { UserPoolId: pool.userPoolId, Username: sub } };
  };

  test('sends the code to the new address', async () => {
    const { pool, changeAddress, select } = await startAnn();
    await changeAddress();

    expect(await select('EMAIL_OTP')).toMatchObject({
      status: 200,
      body: { ChallengeParameters: { CODE_DELIVERY_DESTINATION: 'b***@e***' } },
    });

    expect(await messagesTo(pool, ann.email)).toEqual([]);
    expect(await messagesTo(pool, bob.email)).toHaveLength(1);
  });

  test('offers no emailed code for an address that is no longer verified', async () => {
    const { changeAddress, select } = await startAnn();
    await changeAddress({ email_verified: 'false' });

    expect(await select('EMAIL_OTP')).toMatchObject({ body: { __type: 'InvalidParameterException' } });
  });

  test('sends a disabled user no mail and responds as for an unknown user', async () => {
    const { pool, admin, select, who } = await startAnn();
    await admin.adminDisableUser(who);

    expect(await select('EMAIL_OTP')).toMatchObject({ body: { ChallengeName: 'EMAIL_OTP' } });
    expect(await messagesTo(pool, ann.email)).toEqual([]);
  });

  test('does not sign a deleted user in', async () => {
    const { pool, admin, select, who } = await startAnn();
    await admin.adminDeleteUser(who);

    expect(await select('EMAIL_OTP')).toMatchObject({ status: 400 });
    expect(await messagesTo(pool, ann.email)).toEqual([]);
  });
});
