import { describe, expect, test } from 'vitest';
import { createAdminClient } from './support/admin-client.ts';
import { call } from './support/call.ts';
import { newestCode } from './support/mailbox.ts';
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

describe('a code that was mailed to the old address', () => {
  test.each(['true', 'false'])(
    'confirms no sign-up after an administrator has changed the address, verified: %s',
    async (email_verified) => {
      const { pool, changeAddress } = await start({ attributesRequireVerificationBeforeUpdate: [] });
      await callAsClient(pool, 'SignUp', { Username: ann.email, Password: ann.password });
      const ConfirmationCode = await newestCode(pool, ann.email);

      await changeAddress({ email: bob.email, email_verified });

      const confirm = { Username: bob.email, ConfirmationCode };
      expect(await callAsClient(pool, 'ConfirmSignUp', confirm)).toMatchObject(expired);
    },
  );

  test('resets no password after an administrator has changed the address', async () => {
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

  test('still works when other attributes change', async () => {
    const { pool, changeAddress } = await start();
    await pool.createConfirmedUser(ann);
    const code = await resetPassword(pool);

    await changeAddress({ name: bob.name, email: ann.email });

    const reset = { Username: ann.email, ConfirmationCode: code, Password: bob.password };
    expect(await callAsClient(pool, 'ConfirmForgotPassword', reset)).toMatchObject({ status: 200 });
  });
});
