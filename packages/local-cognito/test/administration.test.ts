import { confirmResetPassword, resetPassword, signIn } from 'aws-amplify/auth';
import { describe, expect, test } from 'vitest';
import { createAdminClient } from './support/admin-client.ts';
import { configureAmplify } from './support/amplify.ts';
import { callRaw } from './support/call.ts';
import { messagesTo, newestCode } from './support/mailbox.ts';
import { ann, bob } from './support/people.ts';
import { signInBySrp } from './support/srp-client.ts';
import { startTestPool } from './support/start-test-pool.ts';

const start = async (poolConfig = {}) => {
  const pool = await startTestPool(poolConfig);
  const UserPoolId = pool.userPoolId;
  return { pool, UserPoolId, admin: createAdminClient(pool) };
};

const startWithAnn = async (poolConfig = {}) => {
  const { pool, UserPoolId, admin } = await start(poolConfig);
  const { sub } = await pool.createConfirmedUser(ann);
  return { pool, admin, sub, who: { UserPoolId, Username: ann.email } };
};

describe('AdminCreateUser', () => {
  const withPasswords = { allowedFirstAuthFactors: ['PASSWORD'] };

  test('makes a user who must change the temporary password, and mails it', async () => {
    const { pool, admin, UserPoolId } = await start(withPasswords);

    const { User } = await admin.adminCreateUser({
      UserPoolId,
      Username: ann.email,
      UserAttributes: [
        { Name: 'email_verified', Value: 'true' },
        { Name: 'name', Value: ann.name },
      ],
      DesiredDeliveryMediums: ['EMAIL'],
    });

    expect(User).toMatchObject({ Enabled: true, UserStatus: 'FORCE_CHANGE_PASSWORD' });
    expect(User?.Username).toMatch(/^[0-9a-f-]{36}$/);
    expect(User?.UserCreateDate?.getFullYear()).toBe(new Date().getFullYear());
    expect(Object.fromEntries(User?.Attributes?.map(({ Name, Value }) => [Name, Value]) ?? [])).toEqual({
      sub: User?.Username,
      email: ann.email,
      email_verified: 'true',
      name: ann.name,
    });
    const [invitation] = await messagesTo(pool, ann.email);
    expect(invitation?.text).toBe(
      `Your username is ${ann.email} and temporary password is ${invitation?.code}`,
    );
    expect(await signInBySrp(pool, ann.email, String(invitation?.code))).toMatchObject({ status: 200 });
  });

  test('takes a temporary password that keeps the policy, and can keep silent', async () => {
    const { pool, admin, UserPoolId } = await start();
    const create = (TemporaryPassword: string) =>
      admin.adminCreateUser({
        UserPoolId,
        Username: ann.email,
        TemporaryPassword,
        MessageAction: 'SUPPRESS',
        DesiredDeliveryMediums: ['EMAIL'],
      });

    await expect(create('too weak')).rejects.toMatchObject({ name: 'InvalidPasswordException' });
    await create('Temporary-Pass-1');

    expect(await messagesTo(pool, ann.email)).toEqual([]);
    expect(await signInBySrp(pool, ann.email, 'Temporary-Pass-1')).toMatchObject({ status: 200 });
  });

  test('sends an invitation again with a new password, only to who has not signed in yet', async () => {
    const { pool, admin, UserPoolId } = await start(withPasswords);
    const invite = { UserPoolId, Username: ann.email, DesiredDeliveryMediums: ['EMAIL' as const] };
    await expect(admin.adminCreateUser({ ...invite, MessageAction: 'RESEND' })).rejects.toMatchObject({
      name: 'UserNotFoundException',
    });
    await admin.adminCreateUser(invite);
    const first = await newestCode(pool, ann.email);
    await admin.adminCreateUser({ ...invite, MessageAction: 'RESEND' });
    const second = await newestCode(pool, ann.email);

    expect(await signInBySrp(pool, ann.email, first)).toMatchObject({ status: 400 });
    expect(await signInBySrp(pool, ann.email, second)).toMatchObject({ status: 200 });
    await admin.adminSetUserPassword({ ...invite, Password: ann.password, Permanent: true });
    await expect(admin.adminCreateUser({ ...invite, MessageAction: 'RESEND' })).rejects.toMatchObject({
      name: 'UnsupportedUserStateException',
    });
  });

  test('makes a user without a password where people can sign in by a mailed code', async () => {
    const { admin, UserPoolId } = await start();

    const { User } = await admin.adminCreateUser({ UserPoolId, Username: ann.email });

    expect(User).toMatchObject({ UserStatus: 'CONFIRMED' });
  });

  test('refuses a taken address, one that is none, and attributes that the pool has not', async () => {
    const { admin, who } = await startWithAnn();
    const { UserPoolId } = who;

    await expect(admin.adminCreateUser(who)).rejects.toMatchObject({ name: 'UsernameExistsException' });
    await expect(admin.adminCreateUser({ UserPoolId, Username: 'ann' })).rejects.toMatchObject({
      message: 'Username should be an email.',
    });
    const UserAttributes = [{ Name: 'custom:plan', Value: 'gold' }];
    await expect(
      admin.adminCreateUser({ UserPoolId, Username: bob.email, UserAttributes }),
    ).rejects.toMatchObject({ name: 'InvalidParameterException' });
  });
});

describe('administrators', () => {
  test('see everything about a user, whichever name they use', async () => {
    const { admin, sub, who } = await startWithAnn();

    for (const Username of [ann.email, sub, ann.email.toUpperCase()]) {
      expect(await admin.adminGetUser({ ...who, Username })).toMatchObject({
        Username: sub,
        Enabled: true,
        UserStatus: 'CONFIRMED',
        UserAttributes: expect.arrayContaining([{ Name: 'name', Value: ann.name }]),
      });
    }
    await expect(admin.adminGetUser({ ...who, Username: bob.email })).rejects.toMatchObject({
      name: 'UserNotFoundException',
      message: 'User does not exist.',
    });
    await expect(admin.adminGetUser({ ...who, UserPoolId: 'us-east-1_Other' })).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
    });
  });

  test('set passwords, for good or to be changed', async () => {
    const { pool, admin, who } = await startWithAnn();

    await admin.adminSetUserPassword({ ...who, Password: bob.password });
    expect(await admin.adminGetUser(who)).toMatchObject({ UserStatus: 'FORCE_CHANGE_PASSWORD' });
    await admin.adminSetUserPassword({ ...who, Password: bob.password, Permanent: true });
    expect(await admin.adminGetUser(who)).toMatchObject({ UserStatus: 'CONFIRMED' });

    expect(await signInBySrp(pool, ann.email, bob.password)).toMatchObject({ status: 200 });
    expect(await signInBySrp(pool, ann.email, ann.password)).toMatchObject({ status: 400 });
    await expect(admin.adminSetUserPassword({ ...who, Password: 'too weak' })).rejects.toMatchObject({
      name: 'InvalidPasswordException',
    });
  });

  test('disable a user at once, and enable again', async () => {
    const { pool, admin, sub, who } = await startWithAnn();
    const { accessToken, refreshToken } = await pool.issueTokens({ sub });

    await admin.adminDisableUser(who);

    await expect(admin.getUser({ AccessToken: accessToken })).rejects.toMatchObject({
      name: 'NotAuthorizedException',
    });
    await expect(
      admin.getTokensFromRefreshToken({ ClientId: pool.userPoolClientId, RefreshToken: refreshToken }),
    ).rejects.toMatchObject({ name: 'NotAuthorizedException' });
    expect((await signInBySrp(pool, ann.email, ann.password)).body).toMatchObject({
      message: 'User is disabled.',
    });
    await admin.adminEnableUser(who);
    expect(await signInBySrp(pool, ann.email, ann.password)).toMatchObject({ status: 200 });
  });

  test('end every session of a user', async () => {
    const { pool, admin, sub, who } = await startWithAnn();
    const { accessToken } = await pool.issueTokens({ sub });

    await admin.adminUserGlobalSignOut(who);

    await expect(admin.getUser({ AccessToken: accessToken })).rejects.toMatchObject({
      message: 'Access Token has been revoked',
    });
  });

  test('confirm a sign-up without a code, once', async () => {
    const { pool, admin, UserPoolId } = await start();
    const request = { ClientId: pool.userPoolClientId, Username: bob.email, Password: bob.password };
    await callRaw(pool, 'SignUp', JSON.stringify(request));
    const who = { UserPoolId, Username: bob.email };

    await admin.adminConfirmSignUp(who);

    expect(await signInBySrp(pool, bob.email, bob.password)).toMatchObject({ status: 200 });
    await expect(admin.adminConfirmSignUp(who)).rejects.toMatchObject({
      message: 'User cannot be confirmed. Current status is CONFIRMED',
    });
  });

  test('make a user set a new password by a mailed code', async () => {
    const { pool, admin, who } = await startWithAnn();
    await configureAmplify(pool);

    await admin.adminResetUserPassword(who);

    expect(await signIn({ username: ann.email, password: ann.password })).toMatchObject({
      nextStep: { signInStep: 'RESET_PASSWORD' },
    });
    await confirmResetPassword({
      username: ann.email,
      confirmationCode: await newestCode(pool, ann.email),
      newPassword: bob.password,
    });
    expect(await signInBySrp(pool, ann.email, bob.password)).toMatchObject({ status: 200 });
  });

  test('cannot make somebody reset a password who has not set one yet, or has no verified address', async () => {
    const { admin, who } = await startWithAnn();
    await admin.adminSetUserPassword({ ...who, Password: bob.password });
    await expect(admin.adminResetUserPassword(who)).rejects.toMatchObject({
      message: 'User password cannot be reset in the current state.',
    });

    await admin.adminSetUserPassword({ ...who, Password: bob.password, Permanent: true });
    await admin.adminUpdateUserAttributes({
      ...who,
      UserAttributes: [{ Name: 'email_verified', Value: 'false' }],
    });
    await expect(admin.adminResetUserPassword(who)).rejects.toMatchObject({
      name: 'InvalidParameterException',
    });
  });

  test('change and delete attributes; an address that they call verified counts at once', async () => {
    const { pool, admin, who } = await startWithAnn({ customAttributes: ['custom:plan'] });
    const update = (Name: string, Value: string, ...others: { Name: string; Value: string }[]) =>
      admin.adminUpdateUserAttributes({ ...who, UserAttributes: [{ Name, Value }, ...others] });

    await update('custom:plan', 'gold');
    await update('email', bob.email);
    expect(await admin.adminGetUser(who)).toMatchObject({
      UserAttributes: expect.arrayContaining([
        { Name: 'custom:plan', Value: 'gold' },
        { Name: 'email', Value: ann.email },
      ]),
    });
    await admin.adminDeleteUserAttributes({ ...who, UserAttributeNames: ['custom:plan'] });
    await update('email', bob.email, { Name: 'email_verified', Value: 'true' });

    const { UserAttributes } = await admin.adminGetUser({ ...who, Username: bob.email });
    expect(UserAttributes).not.toContainEqual({ Name: 'custom:plan', Value: 'gold' });
    expect(await signInBySrp(pool, bob.email, ann.password)).toMatchObject({ status: 200 });
    await expect(
      admin.adminUpdateUserAttributes({
        ...who,
        Username: bob.email,
        UserAttributes: [{ Name: 'sub', Value: 'x' }],
      }),
    ).rejects.toMatchObject({ name: 'InvalidParameterException' });
  });

  test('delete a user, whose address is free again', async () => {
    const { pool, admin, who } = await startWithAnn();

    await admin.adminDeleteUser(who);

    await expect(admin.adminGetUser(who)).rejects.toMatchObject({ name: 'UserNotFoundException' });
    await pool.createConfirmedUser(ann);
    await configureAmplify(pool);
    await resetPassword({ username: ann.email });
  });
});
