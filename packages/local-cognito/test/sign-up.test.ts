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
  test('mails a code and says where it went', async () => {
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

  test('refuses an address that is taken, in any case and also while it is unconfirmed', async () => {
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
  ])('refuses the weak password %s with the first rule it breaks', async (password, reason) => {
    await configureAmplify(await startTestPool());

    await expect(signUpAnn({ password })).rejects.toMatchObject({
      name: 'InvalidPasswordException',
      message: `Password did not conform with policy: ${reason}`,
    });
  });

  test('refuses a user name that is no e-mail address', async () => {
    await configureAmplify(await startTestPool());

    await expect(signUpAnn({ username: 'ann' })).rejects.toMatchObject({
      name: 'InvalidParameterException',
      message: 'Username should be an email.',
    });
  });

  test('lets nobody declare an address verified', async () => {
    await configureAmplify(await startTestPool());
    const { email: username, password } = ann;
    const userAttributes = { email: username, email_verified: 'true' };

    await expect(signUp({ username, password, options: { userAttributes } })).rejects.toMatchObject({
      name: 'NotAuthorizedException',
    });
  });

  test('refuses a sign-up that lacks a required attribute', async () => {
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

  test('refuses a wrong code and takes the right one afterwards', async () => {
    const pool = await startPoolWithAnnSigningUp();
    const code = await newestCode(pool, ann.email);

    await expect(
      confirmSignUp({ username: ann.email, confirmationCode: wrongCodeFor(code) }),
    ).rejects.toMatchObject({ name: 'CodeMismatchException' });
    expect(await confirmSignUp({ username: ann.email, confirmationCode: code })).toMatchObject({
      isSignUpComplete: true,
    });
  });

  test('refuses a code after 24 hours', async () => {
    const pool = await startPoolWithAnnSigningUp();
    const confirmationCode = await newestCode(pool, ann.email);

    pool.advanceClock(24 * HOUR);

    await expect(confirmSignUp({ username: ann.email, confirmationCode })).rejects.toMatchObject({
      name: 'ExpiredCodeException',
    });
  });

  test('refuses everything after ten wrong codes, until an hour has passed', async () => {
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

  test('tells who is confirmed already', async () => {
    const pool = await startTestPool();
    await configureAmplify(pool);
    await pool.createConfirmedUser(ann);

    await expect(confirmSignUp({ username: ann.email, confirmationCode: '123456' })).rejects.toMatchObject({
      name: 'NotAuthorizedException',
      message: 'User cannot be confirmed. Current status is CONFIRMED',
    });
  });

  test('answers for an unknown user as for one who has no code', async () => {
    await configureAmplify(await startTestPool());

    await expect(
      confirmSignUp({ username: 'nobody@example.com', confirmationCode: '123456' }),
    ).rejects.toMatchObject({ name: 'ExpiredCodeException' });
  });
});

describe('resendSignUpCode', () => {
  test('mails a new code, and the old one stops working', async () => {
    const pool = await startPoolWithAnnSigningUp();
    const oldCode = await newestCode(pool, ann.email);
    let newCode = oldCode;
    // Two codes are equal once in a million draws; then draw again.
    while (newCode === oldCode) {
      await resendSignUpCode({ username: ann.email });
      newCode = await newestCode(pool, ann.email);
    }

    await expect(confirmSignUp({ username: ann.email, confirmationCode: oldCode })).rejects.toMatchObject({
      name: 'CodeMismatchException',
    });
    await confirmSignUp({ username: ann.email, confirmationCode: newCode });
  });

  test('mails no more than five codes in an hour', async () => {
    const pool = await startPoolWithAnnSigningUp();
    for (let count = 0; count < 5; count += 1) await resendSignUpCode({ username: ann.email });

    await expect(resendSignUpCode({ username: ann.email })).rejects.toMatchObject({
      name: 'LimitExceededException',
    });
    expect(await messagesTo(pool, ann.email)).toHaveLength(6);
  });

  test('says the same to somebody unknown, and mails nothing', async () => {
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

test('autoSignIn signs a new user in right after the confirmation', async () => {
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
