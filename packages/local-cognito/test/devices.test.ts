import { AuthenticationDetails, CognitoUser, CognitoUserPool } from 'amazon-cognito-identity-js';
import {
  confirmSignIn,
  fetchAuthSession,
  fetchDevices,
  forgetDevice,
  rememberDevice,
  signIn,
  signOut,
  updateMFAPreference,
} from 'aws-amplify/auth';
import { cognitoUserPoolsTokenProvider } from 'aws-amplify/auth/cognito';
import { describe, expect, test } from 'vitest';
import { createAdminClient } from './support/admin-client.ts';
import { configureAmplify } from './support/amplify.ts';
import { newestCode } from './support/mailbox.ts';
import { ann } from './support/people.ts';
import { startRecordingProxy } from './support/recording-proxy.ts';
import { startTestPool } from './support/start-test-pool.ts';

const always = { deviceConfiguration: {} };
const insteadOfMfa = { deviceConfiguration: { challengeRequiredOnNewDevice: true } };
const onPrompt = { deviceConfiguration: { deviceOnlyRememberedOnUserPrompt: true } };

const proof = ['PASSWORD_VERIFIER', 'DEVICE_SRP_AUTH', 'DEVICE_PASSWORD_VERIFIER'];

const tokenStore = cognitoUserPoolsTokenProvider.tokenOrchestrator;

/** A pool behind a proxy that records which challenges clients respond to. */
const start = async (poolConfig: Parameters<typeof startTestPool>[0]) => {
  const pool = await startTestPool(poolConfig);
  const proxy = await startRecordingProxy(pool.endpoint);
  await configureAmplify(pool, proxy.endpoint);
  const { sub } = await pool.createConfirmedUser(ann);
  const answered = () =>
    [
      ...proxy
        .bytesSent()
        .toString()
        .matchAll(/"ChallengeName":"(\w+)"/g),
    ].map(([, name]) => name);
  const device = async () => (await tokenStore.getDeviceMetadata(sub)) ?? undefined;
  return { pool, proxy, sub, answered, device };
};

const signInAnn = async () => signIn({ username: ann.email, password: ann.password });

const done = { isSignedIn: true };

describe('a device, with aws-amplify', () => {
  test('is confirmed at the first sign-in and authenticates at the next ones', async () => {
    const { answered, device } = await start(always);
    expect(await signInAnn()).toMatchObject(done);
    const first = await device();
    expect(first?.deviceKey).toMatch(/^us-east-1_[0-9a-f-]{36}$/);
    await signOut();

    expect(await signInAnn()).toMatchObject(done);

    expect(answered()).toEqual(['PASSWORD_VERIFIER', ...proof]);
    expect(await device()).toEqual(first);
    const { tokens } = await fetchAuthSession({ forceRefresh: true });
    expect(tokens?.accessToken.payload).toMatchObject({ device_key: first?.deviceKey });
    expect(await fetchDevices()).toEqual([
      expect.objectContaining({ id: first?.deviceKey, createDate: expect.any(Date) }),
    ]);
  });

  test('replaces the second factor where the pool allows it', async () => {
    const { pool, answered } = await start(insteadOfMfa);
    await signInAnn();
    await updateMFAPreference({ email: 'PREFERRED' });
    await signOut();

    expect(await signInAnn()).toMatchObject(done);
    expect(answered()).toEqual(['PASSWORD_VERIFIER', ...proof]);

    await forgetDevice();
    await signOut();
    expect(await signInAnn()).toMatchObject({
      nextStep: { signInStep: 'CONFIRM_SIGN_IN_WITH_EMAIL_CODE' },
    });
    const challengeResponse = await newestCode(pool, ann.email);
    expect(await confirmSignIn({ challengeResponse })).toMatchObject(done);
  });

  test('does not replace the second factor elsewhere', async () => {
    const { answered } = await start(always);
    await signInAnn();
    await updateMFAPreference({ email: 'PREFERRED' });
    await signOut();

    expect(await signInAnn()).toMatchObject({
      nextStep: { signInStep: 'CONFIRM_SIGN_IN_WITH_EMAIL_CODE' },
    });
    expect(answered()).toEqual(['PASSWORD_VERIFIER', 'PASSWORD_VERIFIER']);
  });

  test('is remembered only after the user agrees, where the pool requires that', async () => {
    const { answered } = await start(onPrompt);
    await signInAnn();
    await signOut();
    await signInAnn();
    expect(answered()).toEqual(['PASSWORD_VERIFIER', 'PASSWORD_VERIFIER']);

    await rememberDevice();
    await signOut();
    await signInAnn();

    expect(answered()).toEqual(['PASSWORD_VERIFIER', 'PASSWORD_VERIFIER', ...proof]);
  });

  test('is replaced by a new one within the same sign-in if the pool has forgotten it', async () => {
    const { pool, sub, device } = await start(always);
    await signInAnn();
    const before = await device();
    await signOut();
    const { accessToken } = await pool.issueTokens({ sub });
    await createAdminClient(pool).forgetDevice({
      AccessToken: accessToken,
      DeviceKey: String(before?.deviceKey),
    });

    expect(await signInAnn()).toMatchObject(done);

    expect((await device())?.deviceKey).not.toBe(before?.deviceKey);
  });

  test('is listed for administrators', async () => {
    const { pool } = await start(always);
    await signInAnn();
    const [admin, who] = [createAdminClient(pool), { UserPoolId: pool.userPoolId, Username: ann.email }];
    const [device] = (await admin.adminListDevices(who)).Devices ?? [];
    expect((await admin.adminGetDevice({ ...who, DeviceKey: device?.DeviceKey })).Device).toEqual(device);
  });

  test('does not exist in a pool without devices', async () => {
    const { answered, device } = await start({});
    await signInAnn();
    await signOut();
    await signInAnn();

    expect(await device()).toBeUndefined();
    expect(answered()).toEqual(['PASSWORD_VERIFIER', 'PASSWORD_VERIFIER']);
  });
});

describe('tokens of a confirmed device', () => {
  test('are refreshed only from that device', async () => {
    const { pool, device } = await start(always);
    await signInAnn();
    const deviceKey = String((await device())?.deviceKey);
    const refreshToken = String((await tokenStore.getTokenStore().loadTokens())?.refreshToken);
    const request = { ClientId: pool.userPoolClientId, RefreshToken: refreshToken };
    const client = createAdminClient(pool);
    const another = deviceKey.replace(/.{12}$/, '0'.repeat(12));

    for (const DeviceKey of [undefined, another]) {
      await expect(
        client.getTokensFromRefreshToken({ ...request, ...(DeviceKey && { DeviceKey }) }),
      ).rejects.toMatchObject({ name: 'NotAuthorizedException', message: 'Invalid Refresh Token' });
    }
    await client.getTokensFromRefreshToken({ ...request, DeviceKey: deviceKey });
  });

  test('confirm only their own device, once', async () => {
    const { pool, sub, device } = await start(always);
    await signInAnn();
    const { tokens } = await fetchAuthSession();
    const deviceKey = String((await device())?.deviceKey);
    const confirm = (DeviceKey: string) =>
      createAdminClient(pool).confirmDevice({
        AccessToken: String(tokens?.accessToken),
        DeviceKey,
        DeviceSecretVerifierConfig: { Salt: 'AQ==', PasswordVerifier: 'Aw==' },
      });

    await expect(confirm(`us-east-1_${sub}`)).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
      message: 'Device does not exist.',
    });
    await expect(confirm(deviceKey)).rejects.toMatchObject({ name: 'InvalidParameterException' });
  });

  test('list the device only for its user', async () => {
    const { pool, device } = await start(always);
    await signInAnn();
    const { tokens } = await fetchAuthSession();
    const DeviceKey = String((await device())?.deviceKey);
    const client = createAdminClient(pool);

    expect(await client.getDevice({ AccessToken: String(tokens?.accessToken), DeviceKey })).toMatchObject({
      Device: {
        DeviceKey,
        DeviceAttributes: expect.arrayContaining([
          { Name: 'dev:device_remembered_status', Value: 'remembered' },
        ]),
      },
    });
    const { sub } = await pool.createConfirmedUser({ ...ann, email: 'eve@example.com' });
    const { accessToken } = await pool.issueTokens({ sub });
    await expect(client.getDevice({ AccessToken: accessToken, DeviceKey })).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
    });
  });
});

describe('amazon-cognito-identity-js', () => {
  test('confirms its device, authenticates it and refreshes with it', async () => {
    const { pool, proxy, answered } = await start({
      ...always,
      clients: [{ refreshTokenRotation: 'DISABLED' }],
    });
    const values = new Map<string, string>();
    // As in a browser, a missing value is null.
    const Storage = {
      getItem: (key: string) => values.get(key) ?? null,
      setItem: (key: string, value: string) => void values.set(key, value),
      removeItem: (key: string) => void values.delete(key),
      clear: () => values.clear(),
    };
    const Pool = new CognitoUserPool({
      UserPoolId: pool.userPoolId,
      ClientId: pool.userPoolClientId,
      endpoint: proxy.endpoint,
      Storage,
    });
    const authenticate = () =>
      new Promise<CognitoUser>((resolve, reject) => {
        const user = new CognitoUser({ Username: ann.email, Pool, Storage });
        const details = new AuthenticationDetails({ Username: ann.email, Password: ann.password });
        user.authenticateUser(details, { onSuccess: () => resolve(user), onFailure: reject });
      });

    await authenticate();
    const user = await authenticate();

    const keyOf = (name: string) => [...values.keys()].find((key) => key.endsWith(`.${name}`));
    expect(keyOf('deviceKey')).toBeDefined();
    expect(answered()).toEqual(['PASSWORD_VERIFIER', ...proof]);
    const session = user.getSignInUserSession();
    if (session === null) throw new Error('The client has no session.');
    await new Promise((resolve, reject) => {
      user.refreshSession(session.getRefreshToken(), (error: unknown, renewed: unknown) =>
        error ? reject(error) : resolve(renewed),
      );
    });
  });
});
