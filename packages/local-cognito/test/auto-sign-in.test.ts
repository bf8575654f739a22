import { autoSignIn, confirmSignIn, confirmSignUp, fetchAuthSession, signIn, signUp } from 'aws-amplify/auth';
import { describe, expect, test } from 'vitest';
import { configureAmplify } from './support/amplify.ts';
import { call } from './support/call.ts';
import { newestCode } from './support/mailbox.ts';
import { ann } from './support/people.ts';
import { startTestPool } from './support/start-test-pool.ts';

const username = ann.email;
const done = { isSignedIn: true, nextStep: { signInStep: 'DONE' } };

const startPool = async (poolConfig = {}) => {
  const pool = await startTestPool(poolConfig);
  await configureAmplify(pool);
  return pool;
};

const signUpWithoutPassword = () =>
  signUp({ username, options: { userAttributes: {}, autoSignIn: { authFlowType: 'USER_AUTH' } } });

describe('autoSignIn of aws-amplify', () => {
  test('follows a sign-up without a password', async () => {
    const pool = await startPool();
    await signUpWithoutPassword();

    const confirmationCode = await newestCode(pool, username);
    expect(await confirmSignUp({ username, confirmationCode })).toMatchObject({
      nextStep: { signUpStep: 'COMPLETE_AUTO_SIGN_IN' },
    });
    expect(await autoSignIn()).toMatchObject(done);
    expect((await fetchAuthSession()).tokens?.idToken?.payload).toMatchObject({ email_verified: true });
  });
});

describe('a user without a password', () => {
  test('is offered only the emailed code', async () => {
    const pool = await startPool();
    await signUpWithoutPassword();
    await confirmSignUp({ username, confirmationCode: await newestCode(pool, username) });

    expect(await signIn({ username, options: { authFlowType: 'USER_AUTH' } })).toMatchObject({
      nextStep: { availableChallenges: ['EMAIL_OTP'] },
    });
    await expect(signIn({ username, password: ann.password })).rejects.toMatchObject({
      message: 'Incorrect username or password.',
    });
  });

  test('learns only from the emailed code that the sign-up is unconfirmed', async () => {
    const pool = await startPool();
    await signUpWithoutPassword();

    await signIn({ username, options: { authFlowType: 'USER_AUTH', preferredChallenge: 'EMAIL_OTP' } });

    const challengeResponse = await newestCode(pool, username);
    expect(await confirmSignIn({ challengeResponse })).toMatchObject({
      nextStep: { signInStep: 'CONFIRM_SIGN_UP' },
    });
  });

  test.each([
    ['are only passwords', { allowedFirstAuthFactors: ['PASSWORD'] }],
    ['is MFA for everybody', { mfaConfiguration: 'ON' }],
    ['is no USER_AUTH', { clients: [{ explicitAuthFlows: ['ALLOW_USER_SRP_AUTH'] }] }],
  ])('cannot sign up where there %s', async (_, poolConfig) => {
    await startPool(poolConfig);

    // Amplify's translation of Cognito's error.
    await expect(signUpWithoutPassword()).rejects.toMatchObject({ name: 'EmptySignUpPassword' });
  });
});

describe('the session of a sign-up', () => {
  const signUpAndConfirm = async (pool: Awaited<ReturnType<typeof startPool>>) => {
    const ClientId = pool.userPoolClientId;
    const signedUp = await call(pool, 'SignUp', { ClientId, Username: username });
    const confirmation = { ClientId, Username: username, ConfirmationCode: await newestCode(pool, username) };
    return {
      signUpSession: signedUp.body.Session,
      confirm: (Session?: unknown) => call(pool, 'ConfirmSignUp', { ...confirmation, Session }),
      begin: (Session: unknown, USERNAME = username) =>
        call(pool, 'InitiateAuth', {
          ClientId,
          AuthFlow: 'USER_AUTH',
          AuthParameters: { USERNAME },
          Session,
        }),
    };
  };
  const invalid = { status: 400, body: { message: 'Invalid session for the user.' } };

  test('does not sign in before the address is confirmed', async () => {
    const { signUpSession, begin, confirm } = await signUpAndConfirm(await startPool());

    expect(await begin(signUpSession)).toMatchObject(invalid);
    expect(await confirm(signUpSession)).toMatchObject({ status: 200 });
  });

  test('signs the same user in once, in time', async () => {
    const pool = await startPool();
    const { begin, confirm } = await signUpAndConfirm(pool);
    const { Session } = (await confirm()).body;

    expect(await begin(Session, 'bob@example.com')).toMatchObject(invalid);
    expect(await begin(Session)).toMatchObject({ status: 200, body: { AuthenticationResult: {} } });
    expect(await begin(Session)).toMatchObject(invalid);
  });
});
