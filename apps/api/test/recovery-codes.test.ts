import type { RecoveryCodeStatus, SessionList } from '@share-my-files/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { recoveryCodes } from '#db/schema.ts';
import {
  createProtectedUser,
  poolWithAuthenticators,
  redeem,
  signInWithPassword,
} from './support/lost-authenticator.ts';
import { startTestApi, type TestApi } from './support/start-test-api.ts';
import type { TestUser } from './support/test-users.ts';

let api: TestApi;
let passedSeconds = 0;

beforeAll(async () => {
  api = await startTestApi({
    poolConfig: poolWithAuthenticators,
    now: () => Date.now() + passedSeconds * 1000,
  });
});

afterAll(() => api.close());

const mailsTo = async (email: string) => {
  const response = await fetch(`${api.cognito.mailboxUrl}/messages?to=${encodeURIComponent(email)}`);
  return JSON.stringify(await response.json());
};

const statusOf = async (user: TestUser): Promise<RecoveryCodeStatus> =>
  (await user.call('getRecoveryCodes').expect(200)).body;

const rejection = { status: 401, code: 'recovery_rejected', title: 'Recovery rejected' };

describe('a set of recovery codes', () => {
  test('has ten different codes of 80 bits, which the database stores only as hashes', async () => {
    const { codes, ...user } = await createProtectedUser(api);

    expect(new Set(codes).size).toBe(10);
    for (const code of codes) expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/);
    expect(await statusOf(user)).toEqual({ left: 10, createdAt: expect.any(String) });
    const stored = JSON.stringify(await api.database.queries.select().from(recoveryCodes));
    for (const code of codes) expect(stored.toUpperCase()).not.toContain(code.replaceAll('-', ''));
  });

  test('replaces the previous set, and its owner gets a mail', async () => {
    const user = await createProtectedUser(api);
    await user.call('createRecoveryCodes').expect(201);

    expect((await redeem(api, user.email, user.codeAt(0))).body).toMatchObject(rejection);
    expect(await statusOf(user)).toMatchObject({ left: 10 });
    const mails = await mailsTo(user.email);
    expect(mails.match(/New recovery codes for your account/g)).toHaveLength(2);
    expect(mails).not.toContain(user.codeAt(0));
  });

  test('is created and deleted only after a recent sign-in', async () => {
    const user = await createProtectedUser(api);
    passedSeconds = 3600;
    await user.call('createRecoveryCodes').expect(401);
    await user.call('deleteRecoveryCodes').expect(401);
    passedSeconds = 0;
    expect(await statusOf(user)).toMatchObject({ left: 10 });

    await user.call('deleteRecoveryCodes').expect(204);

    expect(await statusOf(user)).toEqual({ left: 0, createdAt: null });
    expect((await redeem(api, user.email, user.codeAt(0))).body).toMatchObject(rejection);
  });
});

describe('a recovery code with the password', () => {
  test('removes the authenticator app once, ends all sessions, and its owner gets a mail', async () => {
    const user = await createProtectedUser(api);
    expect(await signInWithPassword(api, user.email)).toBe('SOFTWARE_TOKEN_MFA');

    const typed = ` ${user.codeAt(0).toLowerCase().replaceAll('-', ' ')} `;
    expect((await redeem(api, user.email, typed)).status).toBe(204);

    expect(await signInWithPassword(api, user.email)).toBeUndefined();
    await user.call('getMe').expect(401);
    const again = { ...user, ...(await api.signIn(user.id)) };
    expect(await statusOf(again)).toMatchObject({ left: 9 });
    expect(await mailsTo(user.email)).toMatch(
      /A recovery code was used for your account.*9 recovery codes are left/,
    );
  });

  test('changes nothing in an account that asks for no authenticator app, and starts no session', async () => {
    const user = await api.createUser();
    const { body } = await user.call('createRecoveryCodes').expect(201);

    expect(await redeem(api, user.email, body.codes[0])).toMatchObject({ status: 409 });

    expect(await statusOf(user)).toMatchObject({ left: 10 });
    const list: SessionList = (await user.call('listSessions').expect(200)).body;
    expect(list.sessions).toHaveLength(1);
  });

  test('is exported as a number, and deleted with the account', async () => {
    const user = await createProtectedUser(api);
    const { body } = await user.call('exportAccount').expect(200);
    expect(body.recoveryCodes).toEqual({ left: 10, createdAt: expect.any(String) });
    await user.call('deleteAccount').expect(204);

    expect((await redeem(api, user.email, user.codeAt(0))).body).toMatchObject(rejection);
  });
});
