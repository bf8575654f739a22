import { AuthenticationDetails, CognitoUser, CognitoUserPool } from 'amazon-cognito-identity-js';
import { confirmSignIn, fetchMFAPreference, signIn, signOut } from 'aws-amplify/auth';
import { describe, expect, test } from 'vitest';
import { configureAmplify } from './support/amplify.ts';
import { appCode } from './support/authenticator-app.ts';
import { call } from './support/call.ts';
import { newestCode, wrongCodeFor } from './support/mailbox.ts';
import { ann } from './support/people.ts';
import { startTestPool, type TestPool } from './support/start-test-pool.ts';

const username = ann.email;
const done = { isSignedIn: true, nextStep: { signInStep: 'DONE' } };
const invalidSession = { status: 400, body: { message: 'Invalid session for the user.' } };

const startPoolWithMfa = async (poolConfig = {}): Promise<TestPool> => {
  const pool = await startTestPool({
    mfaConfiguration: 'ON',
    clients: [{ explicitAuthFlows: ['ALLOW_USER_SRP_AUTH', 'ALLOW_USER_AUTH', 'ALLOW_USER_PASSWORD_AUTH'] }],
    ...poolConfig,
  });
  await configureAmplify(pool);
  await pool.createConfirmedUser(ann);
  return pool;
};

const signInAnn = () => signIn({ username, password: ann.password });

describe('a pool with mandatory MFA', () => {
  test('requires the setup of an authenticator app during the sign-in, and its codes afterwards', async () => {
    const pool = await startPoolWithMfa();
    expect(await signInAnn()).toMatchObject({
      nextStep: {
        signInStep: 'CONTINUE_SIGN_IN_WITH_MFA_SETUP_SELECTION',
        allowedMFATypes: ['TOTP', 'EMAIL'],
      },
    });

    const { nextStep } = await confirmSignIn({ challengeResponse: 'TOTP' });
    if (nextStep.signInStep !== 'CONTINUE_SIGN_IN_WITH_TOTP_SETUP') throw new Error(nextStep.signInStep);
    const secret = nextStep.totpSetupDetails.sharedSecret;
    const code = appCode(secret, pool.time());
    await expect(confirmSignIn({ challengeResponse: wrongCodeFor(code) })).rejects.toMatchObject({
      name: 'EnableSoftwareTokenMFAException',
    });
    expect(await confirmSignIn({ challengeResponse: code })).toMatchObject(done);
    expect(await fetchMFAPreference()).toEqual({ enabled: ['TOTP'] });

    await signOut();
    pool.advanceClock(60_000);
    await signInAnn();
    expect(await confirmSignIn({ challengeResponse: appCode(secret, pool.time()) })).toMatchObject(done);
  });

  test('starts the setup of the app immediately if it is the only method', async () => {
    await startPoolWithMfa({ enabledMfas: ['SOFTWARE_TOKEN_MFA'] });

    expect(await signInAnn()).toMatchObject({
      nextStep: { signInStep: 'CONTINUE_SIGN_IN_WITH_TOTP_SETUP' },
    });
  });

  test('sets up email by a code to the own address only', async () => {
    const pool = await startPoolWithMfa({ enabledMfas: ['EMAIL_OTP'] });
    expect(await signInAnn()).toMatchObject({
      nextStep: { signInStep: 'CONTINUE_SIGN_IN_WITH_EMAIL_SETUP' },
    });

    await expect(confirmSignIn({ challengeResponse: 'eve@example.com' })).rejects.toMatchObject({
      name: 'InvalidParameterException',
    });
    await confirmSignIn({ challengeResponse: username });
    expect(await confirmSignIn({ challengeResponse: await newestCode(pool, username) })).toMatchObject(done);
    expect(await fetchMFAPreference()).toEqual({ enabled: ['EMAIL'] });
  });

  test('does not allow sign-in by email alone', async () => {
    await startPoolWithMfa();

    expect(await signIn({ username, options: { authFlowType: 'USER_AUTH' } })).toMatchObject({
      nextStep: { availableChallenges: ['PASSWORD_SRP', 'PASSWORD'] },
    });
  });
});

describe('the session of MFA_SETUP', () => {
  const begin = async (pool: TestPool): Promise<unknown> => {
    const AuthParameters = { USERNAME: username, PASSWORD: ann.password };
    const ClientId = pool.userPoolClientId;
    const { body } = await call(pool, 'InitiateAuth', {
      ClientId,
      AuthFlow: 'USER_PASSWORD_AUTH',
      AuthParameters,
    });
    return body.Session;
  };
  const finish = (pool: TestPool, Session: unknown) =>
    call(pool, 'RespondToAuthChallenge', {
      ClientId: pool.userPoolClientId,
      ChallengeName: 'MFA_SETUP',
      ChallengeResponses: { USERNAME: username },
      Session,
    });
  const setUp = async (pool: TestPool) => {
    const associated = await call(pool, 'AssociateSoftwareToken', { Session: await begin(pool) });
    const UserCode = appCode(String(associated.body.SecretCode), pool.time());
    return call(pool, 'VerifySoftwareToken', { Session: associated.body.Session, UserCode });
  };

  test('returns no tokens before an app is verified', async () => {
    const pool = await startPoolWithMfa();
    const session = await begin(pool);

    expect(await finish(pool, session)).toMatchObject(invalidSession);
    const associated = await call(pool, 'AssociateSoftwareToken', { Session: session });
    expect(await finish(pool, associated.body.Session)).toMatchObject(invalidSession);
  });

  test('is invalid after the user has a second factor', async () => {
    const pool = await startPoolWithMfa();
    const earlier = await begin(pool);
    await finish(pool, (await setUp(pool)).body.Session);

    expect(await call(pool, 'AssociateSoftwareToken', { Session: earlier })).toMatchObject(invalidSession);
    expect(await finish(pool, earlier)).toMatchObject(invalidSession);
  });

  test('is invalid after the password changes', async () => {
    const pool = await startPoolWithMfa();
    const session = await begin(pool);
    const reset = { ClientId: pool.userPoolClientId, Username: username };
    await call(pool, 'ForgotPassword', reset);
    const ConfirmationCode = await newestCode(pool, username);
    await call(pool, 'ConfirmForgotPassword', { ...reset, ConfirmationCode, Password: 'Battery-Staple-2' });

    expect(await call(pool, 'AssociateSoftwareToken', { Session: session })).toMatchObject(invalidSession);
  });

  test('replaces an access token, and is rejected with one', async () => {
    const pool = await startPoolWithMfa();

    for (const body of [{}, { Session: await begin(pool), AccessToken: 'a.b.c' }]) {
      expect(await call(pool, 'AssociateSoftwareToken', body)).toMatchObject({
        status: 400,
        body: { __type: 'InvalidParameterException' },
      });
    }
  });
});

test('amazon-cognito-identity-js sets an app up and signs in with it', async () => {
  const pool = await startPoolWithMfa();
  const { userPoolId, userPoolClientId, endpoint } = pool;
  const userPool = new CognitoUserPool({ UserPoolId: userPoolId, ClientId: userPoolClientId, endpoint });
  const details = new AuthenticationDetails({ Username: username, Password: ann.password });
  let secret = '';
  const authenticate = () =>
    new Promise<string>((resolve, reject) => {
      const user = new CognitoUser({ Username: username, Pool: userPool });
      const callbacks = {
        onSuccess: () => resolve('signed in'),
        onFailure: reject,
        mfaSetup: () =>
          user.associateSoftwareToken({
            associateSecretCode: (code) => {
              secret = code;
              user.verifySoftwareToken(appCode(secret, pool.time()), 'phone', {
                onSuccess: () => resolve('set up'),
                onFailure: reject,
              });
            },
            onFailure: reject,
          }),
        totpRequired: () =>
          user.sendMFACode(
            appCode(secret, pool.time()),
            { onSuccess: () => resolve('signed in with the app'), onFailure: reject },
            'SOFTWARE_TOKEN_MFA',
          ),
      };
      user.authenticateUser(details, callbacks);
    });

  expect(await authenticate()).toBe('set up');
  pool.advanceClock(60_000);
  expect(await authenticate()).toBe('signed in with the app');
});
