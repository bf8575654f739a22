import { createHmac } from 'node:crypto';
import {
  AdminInitiateAuthCommand,
  AdminRespondToAuthChallengeCommand,
  CognitoIdentityProviderClient,
  GetUserAuthFactorsCommand,
  InitiateAuthCommand,
  SetUserMFAPreferenceCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { signIn } from 'aws-amplify/auth';
import { describe, expect, onTestFinished, test } from 'vitest';
import { configureAmplify } from './support/amplify.ts';
import { call } from './support/call.ts';
import { newestCode } from './support/mailbox.ts';
import { ann } from './support/people.ts';
import { startTestPool, type TestPool } from './support/start-test-pool.ts';

const USERNAME = ann.email;
const credentials = { USERNAME, PASSWORD: ann.password };
const wrongPassword = { name: 'NotAuthorizedException', message: 'Incorrect username or password.' };
const passwordFlows = ['ALLOW_USER_PASSWORD_AUTH', 'ALLOW_ADMIN_USER_PASSWORD_AUTH'] as const;
const withoutRotation = {
  refreshTokenRotation: 'DISABLED',
  explicitAuthFlows: [...passwordFlows, 'ALLOW_REFRESH_TOKEN_AUTH'],
};

const startPoolWithAnn = async (client = {}) => {
  const pool = await startTestPool({ clients: [{ explicitAuthFlows: [...passwordFlows], ...client }] });
  await pool.createConfirmedUser(ann);
  const sdk = new CognitoIdentityProviderClient({
    region: 'us-east-1',
    endpoint: pool.endpoint,
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  onTestFinished(() => sdk.destroy());
  return { pool, sdk, ids: { UserPoolId: pool.userPoolId, ClientId: pool.userPoolClientId } };
};

describe('USER_PASSWORD_AUTH', () => {
  test('signs in with aws-amplify if the client allows it', async () => {
    const { pool } = await startPoolWithAnn();
    await configureAmplify(pool);
    const options = { authFlowType: 'USER_PASSWORD_AUTH' } as const;

    const signInWith = (password: string, username = USERNAME) => signIn({ username, password, options });
    await expect(signInWith('Wrong-Horse-1')).rejects.toMatchObject(wrongPassword);
    await expect(signInWith(ann.password, 'nobody@example.com')).rejects.toMatchObject(wrongPassword);
    expect(await signInWith(ann.password)).toMatchObject({ isSignedIn: true });
  });

  test.each([USERNAME, 'nobody@example.com'])('locks %s after five wrong passwords', async (name) => {
    const { sdk, ids } = await startPoolWithAnn();
    const tryPassword = (PASSWORD: string) =>
      sdk.send(
        new InitiateAuthCommand({
          ...ids,
          AuthFlow: 'USER_PASSWORD_AUTH',
          AuthParameters: { USERNAME: name, PASSWORD },
        }),
      );
    for (let attempt = 0; attempt < 5; attempt += 1) {
      await expect(tryPassword('Wrong-Horse-1')).rejects.toMatchObject(wrongPassword);
    }

    await expect(tryPassword(ann.password)).rejects.toMatchObject({ message: 'Password attempts exceeded' });
  });
});

test.each(['USER_SRP_AUTH', 'USER_AUTH', 'CUSTOM_AUTH'])(
  '%s is rejected if the client does not allow it',
  async (AuthFlow) => {
    const { pool, ids } = await startPoolWithAnn();

    expect(await call(pool, 'InitiateAuth', { ...ids, AuthFlow, AuthParameters: credentials })).toMatchObject(
      {
        status: 400,
        body: {
          __type: 'InvalidParameterException',
          message: `${AuthFlow} flow not enabled for this client`,
        },
      },
    );
  },
);

test('CUSTOM_AUTH is rejected even if the client allows it', async () => {
  const { pool, ids } = await startPoolWithAnn({ explicitAuthFlows: ['ALLOW_CUSTOM_AUTH'] });

  expect(
    await call(pool, 'InitiateAuth', { ...ids, AuthFlow: 'CUSTOM_AUTH', AuthParameters: { USERNAME } }),
  ).toMatchObject({ body: { message: 'CUSTOM_AUTH flow not enabled for this client' } });
});

test.each([
  ['USER_PASSWORD_AUTH', { USERNAME }],
  ['USER_PASSWORD_AUTH', { PASSWORD: ann.password }],
  ['USER_PASSWORD_AUTH', { USERNAME: 'a'.repeat(200), PASSWORD: ann.password }],
  ['USER_PASSWORD_AUTH', { USERNAME, PASSWORD: 'a'.repeat(300) }],
  ['REFRESH_TOKEN_AUTH', {}],
  ['ADMIN_USER_PASSWORD_AUTH', credentials],
])('%s with %o is rejected', async (AuthFlow, AuthParameters) => {
  const { pool, ids } = await startPoolWithAnn(withoutRotation);

  expect(await call(pool, 'InitiateAuth', { ...ids, AuthFlow, AuthParameters })).toMatchObject({
    status: 400,
    body: { __type: 'InvalidParameterException' },
  });
});

describe('the AWS SDK', () => {
  test('signs in for a user through every challenge as an administrator', async () => {
    const { pool, sdk, ids } = await startPoolWithAnn();
    const begin = () =>
      sdk.send(
        new AdminInitiateAuthCommand({
          ...ids,
          AuthFlow: 'ADMIN_USER_PASSWORD_AUTH',
          AuthParameters: credentials,
        }),
      );
    const { AccessToken } = (await begin()).AuthenticationResult ?? {};
    await sdk.send(new SetUserMFAPreferenceCommand({ AccessToken, EmailMfaSettings: { Enabled: true } }));

    const { ChallengeName, Session } = await begin();
    const EMAIL_OTP_CODE = await newestCode(pool, USERNAME);
    const ChallengeResponses = { USERNAME, EMAIL_OTP_CODE };
    const answer = { ...ids, ChallengeName, Session, ChallengeResponses };
    const reply = await sdk.send(new AdminRespondToAuthChallengeCommand(answer));

    expect(reply.AuthenticationResult?.AccessToken).toEqual(expect.any(String));
    await expect(
      sdk.send(new AdminRespondToAuthChallengeCommand({ ...answer, UserPoolId: 'us-east-1_Other' })),
    ).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
  });

  test('lists the factors of the signed-in user', async () => {
    const { sdk, ids } = await startPoolWithAnn();
    const { AuthenticationResult } = await sdk.send(
      new InitiateAuthCommand({ ...ids, AuthFlow: 'USER_PASSWORD_AUTH', AuthParameters: credentials }),
    );
    const { AccessToken } = AuthenticationResult ?? {};

    await sdk.send(
      new SetUserMFAPreferenceCommand({
        AccessToken,
        EmailMfaSettings: { Enabled: true, PreferredMfa: true },
      }),
    );

    expect(await sdk.send(new GetUserAuthFactorsCommand({ AccessToken }))).toMatchObject({
      ConfiguredUserAuthFactors: ['PASSWORD', 'EMAIL_OTP'],
      PreferredMfaSetting: 'EMAIL_OTP',
      UserMFASettingList: ['EMAIL_OTP'],
    });
  });
});

describe('a client with a secret', () => {
  const clientSecret = 'test-secret-of-a-confidential-client';
  const startConfidential = (settings = {}) => startPoolWithAnn({ clientSecret, ...settings });
  const hashFor = (pool: TestPool, name: string) =>
    createHmac('sha256', clientSecret)
      .update(name + pool.userPoolClientId)
      .digest('base64');
  const unverified = { status: 400, body: { __type: 'NotAuthorizedException' } };

  test('proves the secret at each step of a sign-in and each refresh', async () => {
    const { pool, sdk, ids } = await startConfidential(withoutRotation);
    const initiate = (AuthFlow: string, AuthParameters: object) =>
      call(pool, 'InitiateAuth', { ...ids, AuthFlow, AuthParameters });

    expect(await initiate('USER_PASSWORD_AUTH', credentials)).toMatchObject({
      ...unverified,
      body: {
        message: `Client ${pool.userPoolClientId} is configured with secret but SECRET_HASH was not received`,
      },
    });
    expect(await initiate('USER_PASSWORD_AUTH', { ...credentials, SECRET_HASH: 'wrong' })).toMatchObject({
      ...unverified,
      body: { message: `Unable to verify secret hash for client ${pool.userPoolClientId}` },
    });
    const { AuthenticationResult } = await sdk.send(
      new InitiateAuthCommand({
        ...ids,
        AuthFlow: 'USER_PASSWORD_AUTH',
        AuthParameters: { ...credentials, SECRET_HASH: hashFor(pool, USERNAME) },
      }),
    );
    const REFRESH_TOKEN = AuthenticationResult?.RefreshToken;
    const { sub } = JSON.parse(
      Buffer.from(String(AuthenticationResult?.AccessToken).split('.')[1] ?? '', 'base64url').toString(),
    );
    expect(await initiate('REFRESH_TOKEN_AUTH', { REFRESH_TOKEN })).toMatchObject(unverified);
    const renewal = { REFRESH_TOKEN, SECRET_HASH: hashFor(pool, sub) };
    expect(await initiate('REFRESH_TOKEN_AUTH', renewal)).toMatchObject({ status: 200 });
  });

  test.each([
    ['ForgotPassword', {}],
    ['ResendConfirmationCode', {}],
    ['ConfirmSignUp', { ConfirmationCode: '123456' }],
    ['ConfirmForgotPassword', { ConfirmationCode: '123456', Password: ann.password }],
    ['SignUp', { Password: ann.password }],
  ])('proves the secret for %s', async (action, fields) => {
    const { pool, ids } = await startConfidential();
    const send = (SecretHash?: string) =>
      call(pool, action, { ...ids, Username: 'carl@example.com', SecretHash, ...fields });

    expect(await send()).toMatchObject(unverified);
    expect(await send(hashFor(pool, 'dora@example.com'))).toMatchObject(unverified);
    expect((await send(hashFor(pool, 'carl@example.com'))).body.__type).not.toBe('NotAuthorizedException');
  });

  test.each(['GetTokensFromRefreshToken', 'RevokeToken'])('sends the secret to %s', async (action) => {
    const { pool, ids } = await startConfidential();
    const { sub } = await pool.createConfirmedUser({ ...ann, email: 'bob@example.com' });
    const { refreshToken } = await pool.issueTokens({ sub });
    const fields = { ...ids, RefreshToken: refreshToken, Token: refreshToken };

    expect(await call(pool, action, fields)).toMatchObject(unverified);
    expect(await call(pool, action, { ...fields, ClientSecret: 'wrong' })).toMatchObject(unverified);
    expect(await call(pool, action, { ...fields, ClientSecret: clientSecret })).toMatchObject({
      status: 200,
    });
  });
});
