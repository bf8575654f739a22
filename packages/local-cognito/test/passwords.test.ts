import {
  confirmResetPassword,
  resetPassword,
  signIn,
  signOut,
  signUp,
  updatePassword,
} from 'aws-amplify/auth';
import { describe, expect, test } from 'vitest';
import { createAdminClient } from './support/admin-client.ts';
import { configureAmplify } from './support/amplify.ts';
import { messagesTo, newestCode, wrongCodeFor } from './support/mailbox.ts';
import { ann } from './support/people.ts';
import { signInBySrp } from './support/srp-client.ts';
import { createTestFolder, startTestPool } from './support/start-test-pool.ts';
import { storeUser } from './support/stored-users.ts';

const HOUR = 3_600_000;
const newPassword = 'Entirely-New-3';

const startPoolWithAnn = async () => {
  const pool = await startTestPool();
  await configureAmplify(pool);
  await pool.createConfirmedUser(ann);
  return pool;
};

const canSignIn = async (password: string): Promise<boolean> => {
  try {
    const { isSignedIn } = await signIn({ username: ann.email, password });
    if (isSignedIn) await signOut();
    return isSignedIn;
  } catch {
    return false;
  }
};

const confirmReset = (confirmationCode: string, password = newPassword, username = ann.email) =>
  confirmResetPassword({ username, confirmationCode, newPassword: password });

describe('resetPassword', () => {
  test('sends a code that sets a new password once', async () => {
    const pool = await startPoolWithAnn();

    expect(await resetPassword({ username: ann.email })).toMatchObject({
      nextStep: {
        resetPasswordStep: 'CONFIRM_RESET_PASSWORD_WITH_CODE',
        codeDeliveryDetails: { destination: 'a***@e***', deliveryMedium: 'EMAIL' },
      },
    });
    const code = await newestCode(pool, ann.email);
    await confirmReset(code);

    expect(await canSignIn(newPassword)).toBe(true);
    expect(await canSignIn(ann.password)).toBe(false);
    await expect(confirmReset(code)).rejects.toMatchObject({ name: 'ExpiredCodeException' });
  });

  test('ends a lockout', async () => {
    const pool = await startPoolWithAnn();
    for (let attempt = 0; attempt < 5; attempt += 1) await signInBySrp(pool, ann.email, 'Wrong-Horse-1');
    await resetPassword({ username: ann.email });

    await confirmReset(await newestCode(pool, ann.email));

    expect(await canSignIn(newPassword)).toBe(true);
  });

  test('rejects a weak password without consuming the code', async () => {
    const pool = await startPoolWithAnn();
    await resetPassword({ username: ann.email });
    const code = await newestCode(pool, ann.email);

    await expect(confirmReset(code, 'too weak')).rejects.toMatchObject({ name: 'InvalidPasswordException' });
    await confirmReset(code);
  });

  test('rejects wrong, expired and unrequested codes', async () => {
    const pool = await startPoolWithAnn();
    await expect(confirmReset('123456')).rejects.toMatchObject({ name: 'ExpiredCodeException' });
    await resetPassword({ username: ann.email });
    const code = await newestCode(pool, ann.email);

    await expect(confirmReset(wrongCodeFor(code))).rejects.toMatchObject({ name: 'CodeMismatchException' });
    pool.advanceClock(HOUR);
    await expect(confirmReset(code)).rejects.toMatchObject({ name: 'ExpiredCodeException' });
  });

  test('allows ten wrong codes', async () => {
    const pool = await startPoolWithAnn();
    await resetPassword({ username: ann.email });
    const code = await newestCode(pool, ann.email);
    for (let attempt = 0; attempt < 10; attempt += 1) {
      await expect(confirmReset(wrongCodeFor(code))).rejects.toMatchObject({ name: 'CodeMismatchException' });
    }

    await expect(confirmReset(code)).rejects.toMatchObject({ name: 'LimitExceededException' });
  });

  test('sends at most five codes per hour', async () => {
    const pool = await startPoolWithAnn();
    for (let count = 0; count < 5; count += 1) await resetPassword({ username: ann.email });

    await expect(resetPassword({ username: ann.email })).rejects.toMatchObject({
      name: 'LimitExceededException',
      message: 'Attempt limit exceeded, please try after some time.',
    });
    expect(await messagesTo(pool, ann.email)).toHaveLength(5);
  });

  test('responds to an unknown user as to a known one at each step', async () => {
    const pool = await startPoolWithAnn();
    const username = 'ana@example.com';
    const confirm = () => confirmReset('123456', newPassword, username);

    await expect(confirm()).rejects.toMatchObject({ name: 'ExpiredCodeException' });
    const unknown = await resetPassword({ username });
    await expect(confirm()).rejects.toMatchObject({ name: 'CodeMismatchException' });

    expect(unknown).toEqual(await resetPassword({ username: ann.email }));
    expect(await messagesTo(pool, username)).toEqual([]);
  });

  test('shows an address in lowercase, whether a user has it or not', async () => {
    const pool = await startTestPool();
    await configureAmplify(pool);
    await pool.createConfirmedUser({ ...ann, email: 'Ann@Example.com' });

    const [known, ...others] = await Promise.all(
      ['ann@example.com', 'Ann@Example.com', 'ana@example.com', 'Ana@Example.com'].map((username) =>
        resetPassword({ username }),
      ),
    );

    expect(known).toMatchObject({ nextStep: { codeDeliveryDetails: { destination: 'a***@e***' } } });
    for (const other of others) expect(other).toEqual(known);
  });

  describe('of a user with a temporary password', () => {
    const startInvited = async (preventUserExistenceErrors: 'LEGACY' | 'ENABLED') => {
      const dataDirectory = await createTestFolder();
      storeUser(dataDirectory, { ...ann, status: 'FORCE_CHANGE_PASSWORD' });
      const pool = await startTestPool({ clients: [{ preventUserExistenceErrors }] }, dataDirectory);
      await configureAmplify(pool);
      return pool;
    };

    test('is rejected where the pool reveals which users exist', async () => {
      const pool = await startInvited('LEGACY');

      await expect(resetPassword({ username: ann.email })).rejects.toMatchObject({
        name: 'NotAuthorizedException',
        message: 'User password cannot be reset in the current state.',
      });
      expect(await messagesTo(pool, ann.email)).toEqual([]);
    });

    test('otherwise looks the same, and sends nothing', async () => {
      const pool = await startInvited('ENABLED');

      expect(await resetPassword({ username: ann.email })).toEqual(
        await resetPassword({ username: 'ana@example.com' }),
      );
      expect(await messagesTo(pool, ann.email)).toEqual([]);
      await expect(confirmReset('123456')).rejects.toMatchObject({ name: 'CodeMismatchException' });
    });
  });

  test('sends nothing to an unverified address', async () => {
    const pool = await startTestPool();
    await configureAmplify(pool);
    await signUp({ username: ann.email, password: ann.password });

    await resetPassword({ username: ann.email });

    expect((await messagesTo(pool, ann.email)).map(({ subject }) => subject)).toEqual([
      'Your verification code',
    ]);
  });

  test('looks the same for a disabled user, and sends nothing', async () => {
    const pool = await startPoolWithAnn();
    const who = { UserPoolId: pool.userPoolId, Username: ann.email };
    await createAdminClient(pool).adminDisableUser(who);

    expect(await resetPassword({ username: ann.email })).toEqual(
      await resetPassword({ username: 'ana@example.com' }),
    );
    expect(await messagesTo(pool, ann.email)).toEqual([]);
    await expect(confirmReset('123456')).rejects.toMatchObject({ name: 'CodeMismatchException' });
  });

  test('is rejected for an unverified address where the pool reveals which users exist', async () => {
    await configureAmplify(await startTestPool({ clients: [{ preventUserExistenceErrors: 'LEGACY' }] }));
    await expect(resetPassword({ username: ann.email })).rejects.toMatchObject({
      name: 'UserNotFoundException',
    });
    await signUp({ username: ann.email, password: ann.password });

    await expect(resetPassword({ username: ann.email })).rejects.toMatchObject({
      name: 'InvalidParameterException',
    });
  });
});

describe('updatePassword', () => {
  const startSignedIn = async () => {
    const pool = await startPoolWithAnn();
    await signIn({ username: ann.email, password: ann.password });
    return pool;
  };

  test('changes the password of a user who knows the old one', async () => {
    await startSignedIn();

    await updatePassword({ oldPassword: ann.password, newPassword });

    await signOut();
    expect(await canSignIn(newPassword)).toBe(true);
    expect(await canSignIn(ann.password)).toBe(false);
  });

  test('rejects a wrong old password, and any after five wrong ones', async () => {
    await startSignedIn();
    for (let attempt = 0; attempt < 5; attempt += 1) {
      await expect(updatePassword({ oldPassword: 'Wrong-Horse-1', newPassword })).rejects.toMatchObject({
        name: 'NotAuthorizedException',
        message: 'Incorrect username or password.',
      });
    }

    await expect(updatePassword({ oldPassword: ann.password, newPassword })).rejects.toMatchObject({
      name: 'LimitExceededException',
    });
  });

  test('rejects a weak new password', async () => {
    await startSignedIn();

    await expect(
      updatePassword({ oldPassword: ann.password, newPassword: 'too weak' }),
    ).rejects.toMatchObject({
      name: 'InvalidPasswordException',
    });
  });
});
