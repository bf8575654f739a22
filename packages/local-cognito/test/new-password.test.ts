import { AuthenticationDetails, CognitoUser, CognitoUserPool } from 'amazon-cognito-identity-js';
import { confirmSignIn, fetchAuthSession, signIn, signOut } from 'aws-amplify/auth';
import { describe, expect, test } from 'vitest';
import { configureAmplify } from './support/amplify.ts';
import { call } from './support/call.ts';
import { ann } from './support/people.ts';
import { createTestFolder, startTestPool } from './support/start-test-pool.ts';
import { storeUser } from './support/stored-users.ts';

const username = ann.email;
const newPassword = 'Battery-Staple-2';
const DAY = 86_400_000;

const startPoolWith = async (status: 'FORCE_CHANGE_PASSWORD' | 'RESET_REQUIRED', poolConfig = {}) => {
  const folder = await createTestFolder();
  storeUser(folder, { ...ann, status });
  const pool = await startTestPool({ requiredAttributes: ['email', 'name'], ...poolConfig }, folder);
  await configureAmplify(pool);
  return pool;
};

const signInWith = (password: string) => signIn({ username, password });

describe('a temporary password', () => {
  test('leads to a permanent one and to missing attributes', async () => {
    await startPoolWith('FORCE_CHANGE_PASSWORD');
    expect(await signInWith(ann.password)).toMatchObject({
      nextStep: {
        signInStep: 'CONFIRM_SIGN_IN_WITH_NEW_PASSWORD_REQUIRED',
        missingAttributes: ['name'],
      },
    });

    const options = { userAttributes: { name: 'Ann' } };
    const choose = (challengeResponse: string, chosen = {}) =>
      confirmSignIn({ challengeResponse, options: chosen });
    await expect(choose('weak', options)).rejects.toMatchObject({ name: 'InvalidPasswordException' });
    await expect(choose(newPassword)).rejects.toMatchObject({ name: 'InvalidParameterException' });
    await expect(
      choose(newPassword, { userAttributes: { name: 'Ann', email: 'eve@example.com' } }),
    ).rejects.toMatchObject({ name: 'InvalidParameterException' });
    await expect(
      choose(newPassword, { userAttributes: { name: 'Ann', email_verified: 'true' } }),
    ).rejects.toMatchObject({ name: 'NotAuthorizedException' });
    expect(await choose(newPassword, options)).toMatchObject({ isSignedIn: true });
    expect((await fetchAuthSession()).tokens?.idToken?.payload).toMatchObject({
      email: username,
      name: 'Ann',
    });

    await signOut();
    await expect(signInWith(ann.password)).rejects.toMatchObject({ name: 'NotAuthorizedException' });
    expect(await signInWith(newPassword)).toMatchObject({ isSignedIn: true });
  });

  test('is replaced by amazon-cognito-identity-js', async () => {
    const pool = await startPoolWith('FORCE_CHANGE_PASSWORD');
    const { userPoolId, userPoolClientId, endpoint } = pool;
    const userPool = new CognitoUserPool({ UserPoolId: userPoolId, ClientId: userPoolClientId, endpoint });
    const user = new CognitoUser({ Username: username, Pool: userPool });

    const outcome = await new Promise<unknown>((resolve, reject) => {
      const callbacks = {
        onSuccess: () => resolve('signed in'),
        onFailure: reject,
        newPasswordRequired: (_: unknown, required: string[]) =>
          user.completeNewPasswordChallenge(
            newPassword,
            Object.fromEntries(required.map((name) => [name, 'Ann'])),
            callbacks,
          ),
      };
      user.authenticateUser(
        new AuthenticationDetails({ Username: username, Password: ann.password }),
        callbacks,
      );
    });

    expect(outcome).toBe('signed in');
  });
});

test('is reported as expired only after the right password', async () => {
  const pool = await startPoolWith('FORCE_CHANGE_PASSWORD', {
    clients: [{ explicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH'] }],
  });
  pool.advanceClock(7 * DAY);

  const AuthParameters = { USERNAME: username, PASSWORD: ann.password };
  expect(
    await call(pool, 'InitiateAuth', {
      ClientId: pool.userPoolClientId,
      AuthFlow: 'USER_PASSWORD_AUTH',
      AuthParameters,
    }),
  ).toMatchObject({
    body: { message: 'Temporary password has expired and must be reset by an administrator.' },
  });
});

test('a required password reset is reported after the right password', async () => {
  await startPoolWith('RESET_REQUIRED');

  await expect(signInWith('Wrong-Horse-1')).rejects.toMatchObject({ name: 'NotAuthorizedException' });
  expect(await signInWith(ann.password)).toMatchObject({ nextStep: { signInStep: 'RESET_PASSWORD' } });
});
