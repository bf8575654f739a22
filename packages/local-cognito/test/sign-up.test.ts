import {
  autoSignIn,
  confirmSignUp,
  fetchUserAttributes,
  resendSignUpCode,
  signIn,
  signUp,
} from 'aws-amplify/auth';
import { describe, expect, test } from 'vitest';
import { configureAmplify } from './support/amplify.ts';
import { messagesTo, newestCode, wrongCodeFor } from './support/mailbox.ts';
import { ann } from './support/people.ts';
import { startTestPool } from './support/start-test-pool.ts';

const HOUR = 3_600_000;

const signUpAnn = (options: { autoSignIn?: boolean; password?: string; username?: string } = {}) =>
  signUp({
    username: options.username ?? ann.email,
    password: options.password ?? ann.password,
    options: {
      userAttributes: { email: options.username ?? ann.email, name: ann.name },
      autoSignIn: options.autoSignIn ?? false,
    },
  });

const startPoolWithAnnSigningUp = async () => {
  const pool = await startTestPool();
  await configureAmplify(pool);
  await signUpAnn();
  return pool;
};

describe('signUp', () => {
  test('sends a code and returns where it went', async () => {
    const pool = await startTestPool();
    await configureAmplify(pool);

    const reply = await signUpAnn();

    expect(reply).toMatchObject({
      isSignUpComplete: false,
      userId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      nextStep: {
        signUpStep: 'CONFIRM_SIGN_UP',
        codeDeliveryDetails: { destination: 'a***@e***', deliveryMedium: 'EMAIL', attributeName: 'email' },
      },
    });
    expect(await messagesTo(pool, ann.email)).toEqual([
      {
        id: expect.any(String),
        to: ann.email,
        subject: 'Your verification code',
        text: expect.stringMatching(/^Your confirmation code is \d{6}$/),
        code: expect.stringMatching(/^\d{6}$/),
        sentAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
      },
    ]);
  });

  test('rejects a taken address, in any case and even if unconfirmed', async () => {
    await startPoolWithAnnSigningUp();

    await expect(signUpAnn({ username: 'ANN@example.com' })).rejects.toMatchObject({
      name: 'UsernameExistsException',
      message: 'User already exists',
    });
  });

  test.each([
    ['Sh0rt-a', 'Password not long enough'],
    ['UPPERCASE-1', 'Password must have lowercase characters'],
    ['lowercase-1', 'Password must have uppercase characters'],
    ['No-Numbers', 'Password must have numeric characters'],
    ['NoSymbols1', 'Password must have symbol characters'],
  ])('rejects the weak password %s with the first rule that it breaks', async (password, reason) => {
    await configureAmplify(await startTestPool());

    await expect(signUpAnn({ password })).rejects.toMatchObject({
      name: 'InvalidPasswordException',
      message: `Password did not conform with policy: ${reason}`,
    });
  });

  test('rejects a user name that is no email address', async () => {
    await configureAmplify(await startTestPool());

    await expect(signUpAnn({ username: 'ann' })).rejects.toMatchObject({
      name: 'InvalidParameterException',
      message: 'Username should be an email.',
    });
  });

  test('does not let users mark an address as verified', async () => {
    await configureAmplify(await startTestPool());
    const { email: username, password } = ann;
    const userAttributes = { email: username, email_verified: 'true' };

    await expect(signUp({ username, password, options: { userAttributes } })).rejects.toMatchObject({
      name: 'NotAuthorizedException',
    });
  });

  test('rejects a sign-up without a required attribute', async () => {
    await configureAmplify(await startTestPool({ requiredAttributes: ['email', 'name'] }));

    await expect(signUp({ username: ann.email, password: ann.password })).rejects.toMatchObject({
      name: 'InvalidParameterException',
      message: expect.stringContaining('name: The attribute is required'),
    });
  });
});

describe('confirmSignUp', () => {
  test('confirms the user and verifies the address', async () => {
    const pool = await startPoolWithAnnSigningUp();

    await confirmSignUp({ username: ann.email, confirmationCode: await newestCode(pool, ann.email) });

    await signIn({ username: ann.email, password: ann.password });
    expect(await fetchUserAttributes()).toMatchObject({
      email: ann.email,
      email_verified: 'true',
      name: 'Ann',
    });
  });

  test('rejects a wrong code and accepts the right one afterwards', async () => {
    const pool = await startPoolWithAnnSigningUp();
    const code = await newestCode(pool, ann.email);

    await expect(
      confirmSignUp({ username: ann.email, confirmationCode: wrongCodeFor(code) }),
    ).rejects.toMatchObject({ name: 'CodeMismatchException' });
    expect(await confirmSignUp({ username: ann.email, confirmationCode: code })).toMatchObject({
      isSignUpComplete: true,
    });
  });

  test('rejects a code after 24 hours', async () => {
    const pool = await startPoolWithAnnSigningUp();
    const confirmationCode = await newestCode(pool, ann.email);

    pool.advanceClock(24 * HOUR);

    await expect(confirmSignUp({ username: ann.email, confirmationCode })).rejects.toMatchObject({
      name: 'ExpiredCodeException',
    });
  });

  test('rejects everything for an hour after ten wrong codes', async () => {
    const pool = await startPoolWithAnnSigningUp();
    const code = await newestCode(pool, ann.email);
    const guess = () => confirmSignUp({ username: ann.email, confirmationCode: wrongCodeFor(code) });
    for (let attempt = 0; attempt < 10; attempt += 1) await guess().catch(() => undefined);

    await expect(confirmSignUp({ username: ann.email, confirmationCode: code })).rejects.toMatchObject({
      name: 'LimitExceededException',
    });
    pool.advanceClock(HOUR);
    expect(await confirmSignUp({ username: ann.email, confirmationCode: code })).toMatchObject({
      isSignUpComplete: true,
    });
  });

  test('reports a user who is already confirmed', async () => {
    const pool = await startTestPool();
    await configureAmplify(pool);
    await pool.createConfirmedUser(ann);

    await expect(confirmSignUp({ username: ann.email, confirmationCode: '123456' })).rejects.toMatchObject({
      name: 'NotAuthorizedException',
      message: 'User cannot be confirmed. Current status is CONFIRMED',
    });
  });

  test('responds to an unknown user as to a user without a code', async () => {
    await configureAmplify(await startTestPool());

    await expect(
      confirmSignUp({ username: 'nobody@example.com', confirmationCode: '123456' }),
    ).rejects.toMatchObject({ name: 'ExpiredCodeException' });
  });
});

describe('resendSignUpCode', () => {
  test('sends a new code, which invalidates the previous one', async () => {
    const pool = await startPoolWithAnnSigningUp();
    const oldCode = await newestCode(pool, ann.email);
    let newCode = oldCode;
    // One of a million draws repeats the code: draw again.
    while (newCode === oldCode) {
      await resendSignUpCode({ username: ann.email });
      newCode = await newestCode(pool, ann.email);
    }

    await expect(confirmSignUp({ username: ann.email, confirmationCode: oldCode })).rejects.toMatchObject({
      name: 'CodeMismatchException',
    });
    await confirmSignUp({ username: ann.email, confirmationCode: newCode });
  });

  test('sends at most five codes per hour', async () => {
    const pool = await startPoolWithAnnSigningUp();
    for (let count = 0; count < 5; count += 1) await resendSignUpCode({ username: ann.email });

    await expect(resendSignUpCode({ username: ann.email })).rejects.toMatchObject({
      name: 'LimitExceededException',
    });
    expect(await messagesTo(pool, ann.email)).toHaveLength(6);
  });

  test('responds the same to an unknown user, and sends nothing', async () => {
    const pool = await startTestPool();
    await configureAmplify(pool);

    expect(await resendSignUpCode({ username: 'nobody@example.com' })).toEqual({
      destination: 'n***@e***',
      deliveryMedium: 'EMAIL',
      attributeName: 'email',
    });
    expect(await messagesTo(pool, 'nobody@example.com')).toEqual([]);
  });
});

test('autoSignIn signs a new user in immediately after the confirmation', async () => {
  const pool = await startTestPool();
  await configureAmplify(pool);
  await signUpAnn({ autoSignIn: true });
  const { nextStep } = await confirmSignUp({
    username: ann.email,
    confirmationCode: await newestCode(pool, ann.email),
  });

  expect(nextStep.signUpStep).toBe('COMPLETE_AUTO_SIGN_IN');
  expect(await autoSignIn()).toMatchObject({ isSignedIn: true });
});
