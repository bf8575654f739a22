import { confirmResetPassword, resetPassword, signIn } from 'aws-amplify/auth';
import { describe, expect, test } from 'vitest';
import { startAdministered, startWithAnn } from './support/administered-pool.ts';
import { configureAmplify } from './support/amplify.ts';
import { callRaw } from './support/call.ts';
import { newestCode } from './support/mailbox.ts';
import { ann, bob } from './support/people.ts';
import { signInBySrp } from './support/srp-client.ts';

describe('administrators', () => {
  test('find a user by any name', async () => {
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

  test('set permanent and temporary passwords', async () => {
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

  test('disable a user immediately, and enable the user again', async () => {
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

  test('end all sessions of a user', async () => {
    const { pool, admin, sub, who } = await startWithAnn();
    const { accessToken } = await pool.issueTokens({ sub });

    await admin.adminUserGlobalSignOut(who);

    await expect(admin.getUser({ AccessToken: accessToken })).rejects.toMatchObject({
      message: 'Access Token has been revoked',
    });
  });

  test('confirm a sign-up without a code, once', async () => {
    const { pool, admin, UserPoolId } = await startAdministered();
    const request = { ClientId: pool.userPoolClientId, Username: bob.email, Password: bob.password };
    await callRaw(pool, 'SignUp', JSON.stringify(request));
    const who = { UserPoolId, Username: bob.email };

    await admin.adminConfirmSignUp(who);

    expect(await signInBySrp(pool, bob.email, bob.password)).toMatchObject({ status: 200 });
    await expect(admin.adminConfirmSignUp(who)).rejects.toMatchObject({
      message: 'User cannot be confirmed. Current status is CONFIRMED',
    });
  });

  test('require a user to set a new password by an emailed code', async () => {
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

  test('cannot reset the password of a user without a password of their own or a verified address', async () => {
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

  test('change and delete attributes, and mark an address as verified', async () => {
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

  test('delete a user and free the address', async () => {
    const { pool, admin, who } = await startWithAnn();

    await admin.adminDeleteUser(who);

    await expect(admin.adminGetUser(who)).rejects.toMatchObject({ name: 'UserNotFoundException' });
    await pool.createConfirmedUser(ann);
    await configureAmplify(pool);
    await resetPassword({ username: ann.email });
  });
});
