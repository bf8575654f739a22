import {
  deleteUserAttributes,
  fetchAuthSession,
  fetchUserAttributes,
  signUp,
  updateUserAttribute,
  updateUserAttributes,
} from 'aws-amplify/auth';
import { describe, expect, test } from 'vitest';
import { configureAmplify } from './support/amplify.ts';
import { changeEmail, confirmEmail, newEmail, startSignedIn } from './support/changed-email.ts';
import { messagesTo, newestCode } from './support/mailbox.ts';
import { ann } from './support/people.ts';
import { signInBySrp } from './support/srp-client.ts';
import { startTestPool, type TestPool } from './support/start-test-pool.ts';

const canSignIn = async (pool: TestPool, email: string): Promise<boolean> =>
  (await signInBySrp(pool, email, ann.password)).status === 200;

describe('updateUserAttributes', () => {
  test('changes attributes, and removes one by an empty value', async () => {
    await startSignedIn();

    await updateUserAttributes({ userAttributes: { name: 'Ann Ä', nickname: 'annie' } });
    expect(await fetchUserAttributes()).toMatchObject({ name: 'Ann Ä', nickname: 'annie' });

    await updateUserAttributes({ userAttributes: { nickname: '' } });
    expect(await fetchUserAttributes()).not.toHaveProperty('nickname');
  });

  test('changes the ID token of the next refresh', async () => {
    await startSignedIn();
    await updateUserAttribute({ userAttribute: { attributeKey: 'name', value: 'Anna' } });

    const { tokens } = await fetchAuthSession({ forceRefresh: true });

    expect(tokens?.idToken?.payload).toMatchObject({ name: 'Anna' });
  });

  test('keeps the old address until the code sent to the new one is confirmed', async () => {
    const pool = await startSignedIn();

    expect(await changeEmail()).toMatchObject({
      email: {
        isUpdated: false,
        nextStep: {
          updateAttributeStep: 'CONFIRM_ATTRIBUTE_WITH_CODE',
          codeDeliveryDetails: { destination: 'a***@e***', deliveryMedium: 'EMAIL', attributeName: 'email' },
        },
      },
    });
    expect(await fetchUserAttributes()).toMatchObject({ email: ann.email, email_verified: 'true' });
    expect(await canSignIn(pool, newEmail)).toBe(false);
    expect(await messagesTo(pool, ann.email)).toEqual([]);

    await confirmEmail(await newestCode(pool, newEmail));

    expect(await fetchUserAttributes()).toMatchObject({ email: newEmail, email_verified: 'true' });
    expect(await canSignIn(pool, newEmail)).toBe(true);
    expect(await canSignIn(pool, ann.email)).toBe(false);
  });

  test('changes the address immediately, unverified, where the pool requires no code', async () => {
    const pool = await startSignedIn({ attributesRequireVerificationBeforeUpdate: [] });

    await changeEmail();

    expect(await fetchUserAttributes()).toMatchObject({ email: newEmail, email_verified: 'false' });
    await confirmEmail(await newestCode(pool, newEmail));
    expect(await fetchUserAttributes()).toMatchObject({ email: newEmail, email_verified: 'true' });
  });

  test('rejects the address of another user', async () => {
    const pool = await startSignedIn();
    await pool.createConfirmedUser({ ...ann, email: newEmail });

    await expect(changeEmail('Ann.New@Example.com')).rejects.toMatchObject({
      name: 'AliasExistsException',
      message: 'An account with the given email already exists.',
    });
  });

  test.each([
    [{ email: 'no address' }, 'InvalidParameterException', 'Invalid email address format.'],
    [{ email: '' }, 'InvalidParameterException', 'email: The attribute is required'],
    [{ phone_number: '123' }, 'InvalidParameterException', 'Invalid phone number format.'],
    [{ 'custom:plan': 'gold' }, 'InvalidParameterException', 'Attribute does not exist in the schema.'],
    [{ email_verified: 'true' }, 'NotAuthorizedException', 'unauthorized attribute'],
    [{ sub: 'another' }, 'NotAuthorizedException', 'unauthorized attribute'],
  ])('rejects %j', async (userAttributes, name, message) => {
    await startSignedIn();

    await expect(
      updateUserAttributes({ userAttributes: userAttributes as Record<string, string> }),
    ).rejects.toMatchObject({ name, message: expect.stringContaining(message) });
    expect(await fetchUserAttributes()).toMatchObject({ email: ann.email, email_verified: 'true' });
  });
});

describe('deleteUserAttributes', () => {
  test('removes attributes, except required ones', async () => {
    await startSignedIn({ requiredAttributes: ['email', 'name'] });
    await updateUserAttributes({ userAttributes: { nickname: 'annie', phone_number: '+441632960001' } });
    expect(await fetchUserAttributes()).toMatchObject({ phone_number_verified: 'false' });

    await deleteUserAttributes({ userAttributeKeys: ['nickname', 'phone_number'] });

    const attributes = await fetchUserAttributes();
    expect(Object.keys(attributes).sort()).toEqual(['email', 'email_verified', 'name', 'sub']);
    for (const required of ['email', 'name'] as const) {
      await expect(deleteUserAttributes({ userAttributeKeys: [required] })).rejects.toMatchObject({
        name: 'InvalidParameterException',
      });
    }
  });
});

describe('a client with lists of attributes', () => {
  const poolConfig = {
    customAttributes: ['custom:plan', 'custom:secret'],
    clients: [
      {
        readAttributes: ['email', 'name', 'custom:plan'],
        writeAttributes: ['email', 'name', 'custom:plan'],
      },
    ],
  };

  test('reads and writes only those, including custom ones', async () => {
    await startSignedIn(poolConfig);
    await updateUserAttributes({ userAttributes: { 'custom:plan': 'gold' } });
    for (const userAttributes of [{ 'custom:secret': 'x' }, { nickname: 'x' }]) {
      await expect(
        updateUserAttributes({ userAttributes: userAttributes as Record<string, string> }),
      ).rejects.toMatchObject({ name: 'NotAuthorizedException' });
    }

    const { sub, ...attributes } = await fetchUserAttributes();
    expect(attributes).toEqual({ email: ann.email, name: ann.name, 'custom:plan': 'gold' });
    const { tokens } = await fetchAuthSession({ forceRefresh: true });
    expect(tokens?.idToken?.payload).toMatchObject({ sub, 'custom:plan': 'gold' });
    expect(tokens?.idToken?.payload).not.toHaveProperty('email_verified');
  });

  test('cannot write others at sign-up', async () => {
    await configureAmplify(await startTestPool(poolConfig));
    const join = (userAttributes: Record<string, string>) =>
      signUp({ username: ann.email, password: ann.password, options: { userAttributes } });

    await expect(join({ nickname: 'annie' })).rejects.toMatchObject({ name: 'NotAuthorizedException' });
    await join({ 'custom:plan': 'gold' });
  });
});
