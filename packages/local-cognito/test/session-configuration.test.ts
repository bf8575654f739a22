import { describe, expect, test } from 'vitest';
import { startWithAnn } from './support/administered-pool.ts';

const MINUTE = 60_000;

const startUntracked = () => startWithAnn({ userSessionTracking: 'DISABLED' });

describe('session tracking', () => {
  test('is off by default, with 20 sessions per user', async () => {
    const { admin, who } = await startUntracked();

    const { UserPoolId } = who;
    expect(await admin.getUserPoolSessionConfiguration({ UserPoolId })).toMatchObject({
      UserPoolId,
      UserSessionTracking: 'DISABLED',
      TokenSession: { MaxPerUser: 20 },
    });
  });

  test('is required by every operation on sessions', async () => {
    const { pool, admin, sub, who } = await startUntracked();
    const { accessToken: AccessToken } = await pool.issueTokens({ sub });
    const { UserPoolId } = who;
    const SessionId = `tkn${'a'.repeat(25)}`;
    const ClientId = pool.userPoolClientId;

    const refused = { name: 'OperationNotEnabledException' };
    await expect(admin.listUserSessions({ AccessToken })).rejects.toMatchObject(refused);
    await expect(admin.revokeUserSession({ AccessToken, SessionId })).rejects.toMatchObject(refused);
    await expect(admin.adminListUserSessions(who)).rejects.toMatchObject(refused);
    await expect(admin.adminRevokeUserSession({ ...who, SessionId })).rejects.toMatchObject(refused);
    const client = { UserPoolId, ClientId, SSOSession: { MaxValidityMinutes: 5 } };
    await expect(admin.setUserPoolClientSessionConfiguration(client)).rejects.toMatchObject(refused);
  });

  test('starts with the next sign-in after an administrator turns it on', async () => {
    const { pool, admin, sub, who } = await startUntracked();
    const before = await pool.issueTokens({ sub });

    const { UserPoolId } = who;
    const configuration = { UserSessionTracking: 'ENABLED', TokenSession: { MaxPerUser: 3 } } as const;
    const reply = await admin.setUserPoolSessionConfiguration({ UserPoolId, ...configuration });
    await pool.issueTokens({ sub });

    expect(reply).toMatchObject({ UserPoolId, ...configuration });
    expect(await admin.getUserPoolSessionConfiguration({ UserPoolId })).toMatchObject(configuration);
    const { Sessions } = await admin.listUserSessions({ AccessToken: before.accessToken });
    expect(Sessions).toMatchObject([{ IsCurrentSession: false }]);
  });

  test('rejects a limit of more than 100 sessions', async () => {
    const { admin, who } = await startUntracked();

    const configuration = { UserSessionTracking: 'ENABLED', TokenSession: { MaxPerUser: 101 } } as const;
    await expect(
      admin.setUserPoolSessionConfiguration({ UserPoolId: who.UserPoolId, ...configuration }),
    ).rejects.toMatchObject({ name: 'InvalidParameterException' });
  });

  test('keeps how long a client may reuse a session of the sign-in pages', async () => {
    const { pool, admin, who } = await startWithAnn();
    const client = { UserPoolId: who.UserPoolId, ClientId: pool.userPoolClientId };

    const before = await admin.getUserPoolClientSessionConfiguration(client);
    await admin.setUserPoolClientSessionConfiguration({ ...client, SSOSession: { MaxValidityMinutes: 5 } });

    expect(before.SSOSession).toEqual({ MaxValidityMinutes: 60 });
    expect(await admin.getUserPoolClientSessionConfiguration(client)).toMatchObject({
      ...client,
      SSOSession: { MaxValidityMinutes: 5 },
    });
  });
});

describe('the limit of sessions per user', () => {
  test('ends the least recently used session at the next sign-in', async () => {
    const { pool, admin, sub } = await startWithAnn({ tokenSession: { maxPerUser: 2 } });
    const signIn = async () => {
      pool.advanceClock(MINUTE);
      return pool.issueTokens({ sub });
    };
    const [first, second] = [await signIn(), await signIn()];
    pool.advanceClock(MINUTE);
    const ClientId = pool.userPoolClientId;
    await admin.getTokensFromRefreshToken({ ClientId, RefreshToken: first.refreshToken });

    const third = await signIn();

    await expect(admin.getUser({ AccessToken: second.accessToken })).rejects.toThrow('revoked');
    await admin.getUser({ AccessToken: first.accessToken });
    const { Sessions } = await admin.listUserSessions({ AccessToken: third.accessToken });
    expect(Sessions).toHaveLength(2);
  });

  test('lets a user keep too many sessions until the next sign-in when it is lowered', async () => {
    const { pool, admin, sub, who } = await startWithAnn();
    for (let count = 0; count < 4; count += 1) await pool.issueTokens({ sub });

    const configuration = { UserSessionTracking: 'ENABLED', TokenSession: { MaxPerUser: 2 } } as const;
    await admin.setUserPoolSessionConfiguration({ UserPoolId: who.UserPoolId, ...configuration });

    const sessionsOf = async () => (await admin.adminListUserSessions(who)).Sessions;
    expect(await sessionsOf()).toHaveLength(4);
    await pool.issueTokens({ sub });
    expect(await sessionsOf()).toHaveLength(2);
  });
});
