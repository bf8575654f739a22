import { describe, expect, test } from 'vitest';
import { startWithAnn } from './support/administered-pool.ts';
import { callRaw } from './support/call.ts';
import { ann, bob } from './support/people.ts';
import type { TestPool } from './support/start-test-pool.ts';

const MINUTE = 60_000;

const browsers = {
  chrome:
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 15_0_0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/125.0.0.0 Safari/537.36',
  firefox: 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
  edge: 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/125.0.0.0 Safari/537.36 Edg/125.0.0.0',
  safari:
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1',
};

/** Sends a request as a browser, which replaces the User-Agent of the SDK by its own. */
const callFrom = async (pool: TestPool, userAgent: string, action: string, fields: object) => {
  const body = JSON.stringify({ ClientId: pool.userPoolClientId, ...fields });
  const response = await callRaw(pool, action, body, { 'user-agent': userAgent });
  return response.body.AuthenticationResult as { AccessToken: string; RefreshToken: string };
};

const signInFrom = (pool: TestPool, userAgent = browsers.chrome) =>
  callFrom(pool, userAgent, 'InitiateAuth', {
    AuthFlow: 'USER_PASSWORD_AUTH',
    AuthParameters: { USERNAME: ann.email, PASSWORD: ann.password },
  });

const start = (poolConfig = {}) =>
  startWithAnn({ clients: [{ explicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH'] }], ...poolConfig });

type Started = Awaited<ReturnType<typeof start>>;

const listSessions = async ({ admin }: Started, { AccessToken }: { AccessToken: string }) =>
  (await admin.listUserSessions({ AccessToken })).Sessions ?? [];

/** Returns the id of the session of a token. */
const idOf = async (started: Started, tokens: { AccessToken: string }): Promise<string> => {
  const sessions = await listSessions(started, tokens);
  return sessions.find(({ IsCurrentSession }) => IsCurrentSession)?.SessionId ?? '';
};

describe('the list of sessions', () => {
  test('describes each session, and marks the own one', async () => {
    const started = await start();
    const { pool } = started;
    const signedInAt = new Date(pool.time());
    await signInFrom(pool, browsers.firefox);
    pool.advanceClock(MINUTE);

    const sessions = await listSessions(started, await signInFrom(pool));

    expect(sessions).toMatchObject([
      { DeviceType: 'Chrome 125 / macOS 15.0', IsCurrentSession: true },
      { DeviceType: 'Firefox 140 / Linux', IsCurrentSession: false },
    ]);
    expect(sessions[1]).toEqual({
      SessionId: expect.stringMatching(/^tkn[a-z0-9]{25}$/),
      SessionType: 'TOKEN',
      ClientId: pool.userPoolClientId,
      CreateDate: signedInAt,
      LastActiveDate: signedInAt,
      DeviceType: 'Firefox 140 / Linux',
      LastIPAddress: '127.0.0.1',
      LastLocation: { Country: 'unknown' },
      IsCurrentSession: false,
    });
  });

  test.each([
    [browsers.edge, 'Microsoft Edge 125 / Windows 10'],
    [browsers.safari, 'Safari 18 / iOS 18.5'],
    ['aws-sdk-js/3.1169.0 ua/2.1 os/linux#6.1 lang/js md/nodejs#24.21.0', 'unknown'],
    ['', 'unknown'],
  ])('names the device of %s', async (userAgent, DeviceType) => {
    const started = await start();

    expect(await listSessions(started, await signInFrom(started.pool, userAgent))).toMatchObject([
      { DeviceType },
    ]);
  });

  test('changes the last use and the device at a refresh', async () => {
    const started = await start();
    const { pool } = started;
    const before = await signInFrom(pool);
    const id = await idOf(started, before);
    pool.advanceClock(MINUTE);

    const fields = { RefreshToken: before.RefreshToken };
    const after = await callFrom(pool, browsers.firefox, 'GetTokensFromRefreshToken', fields);

    expect(await listSessions(started, after)).toMatchObject([
      {
        SessionId: id,
        CreateDate: new Date(pool.time() - MINUTE),
        LastActiveDate: new Date(pool.time()),
        DeviceType: 'Firefox 140 / Linux',
        IsCurrentSession: true,
      },
    ]);
  });

  test('has no revoked, expired or foreign sessions', async () => {
    const started = await start({
      clients: [{ explicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH'], refreshTokenValiditySeconds: 3600 }],
    });
    const { pool, admin } = started;
    const { sub } = await pool.createConfirmedUser(bob);
    await signInFrom(pool);
    pool.advanceClock(59 * MINUTE);
    const revoked = await signInFrom(pool);
    await admin.revokeToken({ ClientId: pool.userPoolClientId, Token: revoked.RefreshToken });
    await pool.issueTokens({ sub });
    const own = await signInFrom(pool);
    pool.advanceClock(MINUTE);

    expect(await listSessions(started, own)).toMatchObject([{ IsCurrentSession: true }]);
  });

  test('is available to administrators, without a current session', async () => {
    const started = await start();
    const tokens = await signInFrom(started.pool);
    const SessionId = await idOf(started, tokens);

    const { Sessions } = await started.admin.adminListUserSessions(started.who);

    expect(Sessions).toMatchObject([{ SessionId, IsCurrentSession: false }]);
  });
});

describe('revoking a session', () => {
  const startWithTwo = async () => {
    const started = await start();
    const [other, own] = [await signInFrom(started.pool), await signInFrom(started.pool)];
    return { started, other, own, otherId: await idOf(started, other) };
  };

  const expectRevoked = async ({ admin, pool }: Started, tokens: Awaited<ReturnType<typeof signInFrom>>) => {
    const { AccessToken, RefreshToken } = tokens;
    await expect(admin.getUser({ AccessToken })).rejects.toMatchObject({
      name: 'NotAuthorizedException',
      message: 'Access Token has been revoked',
    });
    const ClientId = pool.userPoolClientId;
    await expect(admin.getTokensFromRefreshToken({ ClientId, RefreshToken })).rejects.toMatchObject({
      name: 'NotAuthorizedException',
      message: 'Refresh Token has been revoked',
    });
  };

  test('ends all of its tokens, and no other session', async () => {
    const { started, other, own, otherId } = await startWithTwo();
    const { admin, pool } = started;
    const fields = { RefreshToken: other.RefreshToken };
    const refreshed = await callFrom(pool, browsers.chrome, 'GetTokensFromRefreshToken', fields);

    await admin.revokeUserSession({ AccessToken: own.AccessToken, SessionId: otherId });

    await expectRevoked(started, other);
    await expectRevoked(started, refreshed);
    expect(await listSessions(started, own)).toMatchObject([{ IsCurrentSession: true }]);
  });

  test('rejects the own session, an unknown one and that of another user', async () => {
    const { started, other, otherId } = await startWithTwo();
    const { admin, pool } = started;
    const { AccessToken } = other;
    const { sub } = await pool.createConfirmedUser(bob);
    const { accessToken } = await pool.issueTokens({ sub });

    await expect(admin.revokeUserSession({ AccessToken, SessionId: otherId })).rejects.toMatchObject({
      name: 'InvalidParameterException',
    });
    const unknown = { AccessToken, SessionId: `tkn${'a'.repeat(25)}` };
    await expect(admin.revokeUserSession(unknown)).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
    });
    const foreign = { AccessToken: accessToken, SessionId: otherId };
    await expect(admin.revokeUserSession(foreign)).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
    });
    expect(await listSessions(started, other)).toHaveLength(2);
  });

  test('is available to administrators, who name the user', async () => {
    const { started, other, otherId } = await startWithTwo();
    const { admin, pool, who } = started;
    await pool.createConfirmedUser(bob);

    const wrongUser = { ...who, Username: bob.email, SessionId: otherId };
    await expect(admin.adminRevokeUserSession(wrongUser)).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
    });
    await admin.adminRevokeUserSession({ ...who, SessionId: otherId });

    await expectRevoked(started, other);
  });
});
