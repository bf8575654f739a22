import { CognitoRefreshToken, CognitoUser, CognitoUserPool } from 'amazon-cognito-identity-js';
import { deleteUser, fetchAuthSession, fetchUserAttributes, signIn, signOut } from 'aws-amplify/auth';
import { cognitoUserPoolsTokenProvider } from 'aws-amplify/auth/cognito';
import { describe, expect, test } from 'vitest';
import { configureAmplify } from './support/amplify.ts';
import { callRaw } from './support/call.ts';
import { ann } from './support/people.ts';
import { startTestPool, type TestPool } from './support/start-test-pool.ts';

const GRACE = 30_000;
const DAY = 86_400_000;

const refresh = async (pool: TestPool, RefreshToken: string) => {
  const request = JSON.stringify({ ClientId: pool.userPoolClientId, RefreshToken });
  const { status, body } = await callRaw(pool, 'GetTokensFromRefreshToken', request);
  const { RefreshToken: next = '', AccessToken = '' } = (body.AuthenticationResult ?? {}) as {
    [name: string]: string;
  };
  return { status, error: body.__type, message: body.message, next, accessToken: AccessToken };
};

const getUser = async (pool: TestPool, AccessToken: string) =>
  (await callRaw(pool, 'GetUser', JSON.stringify({ AccessToken }))).body;

const startPoolWithSession = async (poolConfig = {}) => {
  const pool = await startTestPool(poolConfig);
  const { sub } = await pool.createConfirmedUser(ann);
  return { pool, sub, tokens: await pool.issueTokens({ sub }) };
};

const signInAnn = async () => {
  const pool = await startTestPool();
  await configureAmplify(pool);
  await pool.createConfirmedUser(ann);
  await signIn({ username: ann.email, password: ann.password });
  const { accessToken, refreshToken } =
    (await cognitoUserPoolsTokenProvider.authTokenStore.loadTokens()) ?? {};
  return { pool, accessToken: String(accessToken), refreshToken: refreshToken ?? '' };
};

const claimsOf = (token: string): Record<string, unknown> =>
  JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());

describe('refreshing with rotation', () => {
  test('returns new tokens of the same session to aws-amplify', async () => {
    const { pool, accessToken, refreshToken } = await signInAnn();
    pool.advanceClock(60_000);

    const { tokens } = await fetchAuthSession({ forceRefresh: true });

    const [before, after] = [claimsOf(accessToken), tokens?.accessToken.payload];
    expect(after).toMatchObject({ origin_jti: before.origin_jti, auth_time: before.auth_time });
    expect(after?.jti).not.toBe(before.jti);
    expect(after?.iat).toBe(Number(before.iat) + 60);
    const stored = await cognitoUserPoolsTokenProvider.authTokenStore.loadTokens();
    expect(stored?.refreshToken).not.toBe(refreshToken);
  });

  test('works repeatedly with the newest token', async () => {
    const { pool, tokens } = await startPoolWithSession();
    let token = tokens.refreshToken;
    for (let count = 0; count < 5; count += 1) {
      pool.advanceClock(GRACE + 1);
      const { status, next } = await refresh(pool, token);
      expect(status).toBe(200);
      expect(next).not.toBe(token);
      token = next;
    }
  });

  test('serves concurrent refreshes with one token, as of two browser tabs', async () => {
    const { pool, tokens } = await startPoolWithSession();

    const replies = await Promise.all([1, 2, 3, 4].map(() => refresh(pool, tokens.refreshToken)));

    expect(replies.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect(new Set(replies.map(({ next }) => next)).size).toBe(4);
  });

  test('rejects a rotated token after the grace period, which its use does not extend', async () => {
    const { pool, tokens } = await startPoolWithSession();
    const { next } = await refresh(pool, tokens.refreshToken);
    pool.advanceClock(GRACE - 1);
    expect(await refresh(pool, tokens.refreshToken)).toMatchObject({ status: 200 });
    pool.advanceClock(1);

    expect(await refresh(pool, tokens.refreshToken)).toMatchObject({
      status: 400,
      error: 'RefreshTokenReuseException',
    });
    expect(await refresh(pool, next)).toMatchObject({ status: 200 });
  });

  test('ends when the first refresh token would have expired', async () => {
    const { pool, tokens } = await startPoolWithSession();
    pool.advanceClock(29 * DAY);
    const { next } = await refresh(pool, tokens.refreshToken);
    pool.advanceClock(DAY);

    expect(await refresh(pool, next)).toMatchObject({ status: 400, message: 'Refresh Token has expired' });
  });

  test('rejects an unknown token', async () => {
    const { pool } = await startPoolWithSession();

    expect(await refresh(pool, 'a'.repeat(64))).toMatchObject({
      error: 'NotAuthorizedException',
      message: 'Invalid Refresh Token',
    });
  });
});

describe('REFRESH_TOKEN_AUTH', () => {
  const refreshSession = (pool: TestPool, token: string) => {
    const userPool = new CognitoUserPool({
      UserPoolId: pool.userPoolId,
      ClientId: pool.userPoolClientId,
      endpoint: pool.endpoint,
    });
    const user = new CognitoUser({ Username: ann.email, Pool: userPool });
    return new Promise<{ isValid: () => boolean }>((resolve, reject) => {
      user.refreshSession(new CognitoRefreshToken({ RefreshToken: token }), (error, session) =>
        error ? reject(error) : resolve(session),
      );
    });
  };

  test('serves amazon-cognito-identity-js without rotation', async () => {
    const { pool, tokens } = await startPoolWithSession({ clients: [{ refreshTokenRotation: 'DISABLED' }] });

    expect((await refreshSession(pool, tokens.refreshToken)).isValid()).toBe(true);
    expect((await refreshSession(pool, tokens.refreshToken)).isValid()).toBe(true);
  });

  test('is rejected with rotation', async () => {
    const { pool, tokens } = await startPoolWithSession();
    const request = {
      ClientId: pool.userPoolClientId,
      AuthFlow: 'REFRESH_TOKEN_AUTH',
      AuthParameters: { REFRESH_TOKEN: tokens.refreshToken },
    };

    expect(await callRaw(pool, 'InitiateAuth', JSON.stringify(request))).toMatchObject({
      status: 400,
      body: {
        __type: 'InvalidParameterException',
        message: 'REFRESH_TOKEN_AUTH flow not enabled for this client',
      },
    });
  });
});

describe('ending sessions', () => {
  test('signOut revokes the refresh token and the access tokens of that session only', async () => {
    const { pool, accessToken, refreshToken } = await signInAnn();
    const other = await pool.issueTokens({ sub: String(claimsOf(accessToken).sub) });

    await signOut();

    expect(await refresh(pool, refreshToken)).toMatchObject({ message: 'Refresh Token has been revoked' });
    expect(await getUser(pool, accessToken)).toMatchObject({ message: 'Access Token has been revoked' });
    expect(await refresh(pool, other.refreshToken)).toMatchObject({ status: 200 });
  });

  test('a global signOut ends all sessions of the user', async () => {
    const { pool, accessToken, refreshToken } = await signInAnn();
    const other = await pool.issueTokens({ sub: String(claimsOf(accessToken).sub) });

    await signOut({ global: true });

    for (const token of [refreshToken, other.refreshToken]) {
      expect(await refresh(pool, token)).toMatchObject({ message: 'Refresh Token has been revoked' });
    }
    expect(await getUser(pool, other.accessToken)).toMatchObject({
      message: 'Access Token has been revoked',
    });
  });

  test('deleteUser removes the user with all sessions and frees the address', async () => {
    const { pool, accessToken, refreshToken } = await signInAnn();

    await deleteUser();

    expect(await getUser(pool, accessToken)).toMatchObject({ __type: 'UserNotFoundException' });
    expect(await refresh(pool, refreshToken)).toMatchObject({ message: 'Invalid Refresh Token' });
    await expect(signIn({ username: ann.email, password: ann.password })).rejects.toMatchObject({
      message: 'Incorrect username or password.',
    });
    await pool.createConfirmedUser(ann);
  });

  test('revoking ignores an unknown token and rejects an access token', async () => {
    const { pool, tokens } = await startPoolWithSession();
    const revoke = (Token: string) =>
      callRaw(pool, 'RevokeToken', JSON.stringify({ ClientId: pool.userPoolClientId, Token }));

    expect(await revoke('unknown')).toMatchObject({ status: 200, body: {} });
    expect(await revoke(tokens.accessToken)).toMatchObject({
      status: 400,
      body: { __type: 'UnsupportedTokenTypeException' },
    });
  });
});

describe('access tokens', () => {
  test('identify their user until they expire', async () => {
    const { pool, accessToken } = await signInAnn();
    expect(await fetchUserAttributes()).toMatchObject({ email: ann.email, name: ann.name });
    pool.advanceClock(900_000);

    expect(await getUser(pool, accessToken)).toEqual({
      __type: 'NotAuthorizedException',
      message: 'Access Token has expired',
    });
  });

  test('are rejected if they are ID tokens, unsigned, changed or of another pool', async () => {
    const { pool, tokens } = await startPoolWithSession();
    const foreign = await startPoolWithSession();
    const [header = '', payload = '', signature = ''] = tokens.accessToken.split('.');
    const none = Buffer.from('{"alg":"none"}').toString('base64url');
    const changed = Buffer.from(JSON.stringify({ ...claimsOf(tokens.accessToken), sub: foreign.sub }));
    const candidates = [
      tokens.idToken,
      foreign.tokens.accessToken,
      `${none}.${payload}.`,
      `${header}.${changed.toString('base64url')}.${signature}`,
      `${header}.${payload}.${'A'.repeat(signature.length)}`,
      'x',
    ];

    for (const candidate of candidates) {
      expect(await getUser(pool, candidate), candidate).toEqual({
        __type: 'NotAuthorizedException',
        message: 'Invalid Access Token',
      });
    }
  });
});
