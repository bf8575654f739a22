import {
  CognitoIdentityProviderClient,
  GetTokensFromRefreshTokenCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import type { SessionList } from '@share-my-files/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createAdministrator } from './support/administrator.ts';
import { expectRefused } from './support/front-answers.ts';
import { front } from './support/start-front.ts';
import { startTestApi, type TestApi } from './support/start-test-api.ts';
import type { TestUser } from './support/test-users.ts';
import { sendAllParts, sha256, startUpload, uploadFile } from './support/upload-file.ts';

let api: TestApi;
let other: Awaited<ReturnType<TestApi['startOther']>>;
let cognitoAheadMilliseconds = 0;

beforeAll(async () => {
  api = await startTestApi({ cognitoNow: () => Date.now() + cognitoAheadMilliseconds });
  other = await api.startOther();
});

afterAll(async () => {
  await other.close();
  await api.close();
});

const challenge = 'Bearer error="invalid_token"';

const listSessions = async (user: Pick<TestUser, 'call'>): Promise<SessionList['sessions']> =>
  (await user.call('listSessions').expect(200)).body.sessions;

const otherSessionOf = async (user: Pick<TestUser, 'call'>): Promise<string> =>
  (await listSessions(user)).find(({ isCurrent }) => !isCurrent)?.id ?? '';

const refresh = async (refreshToken: string): Promise<string> => {
  const cognito = new CognitoIdentityProviderClient({ region: 'us-east-1', endpoint: api.cognito.endpoint });
  const { AuthenticationResult } = await cognito.send(
    new GetTokensFromRefreshTokenCommand({
      ClientId: api.cognito.userPoolClientId,
      RefreshToken: refreshToken,
    }),
  );
  return AuthenticationResult?.AccessToken ?? '';
};

describe('the list of sessions', () => {
  test('contains the caller’s own sessions and marks the current one', async () => {
    const user = await api.createUser();
    await api.createUser();
    const second = await api.signIn(user.id);

    const [ofFirst, ofSecond] = [await listSessions(user), await listSessions(second)];

    expect(ofFirst.map(({ isCurrent }) => isCurrent).sort()).toEqual([false, true]);
    expect(ofFirst.find(({ isCurrent }) => isCurrent)?.id).toBe(
      ofSecond.find(({ isCurrent }) => !isCurrent)?.id,
    );
  });
});

describe('ending another session', () => {
  test('rejects it at once, on other instances within a second, and lets the caller go on', async () => {
    const user = await api.createUser();
    const thief = await api.signIn(user.id);
    const thiefElsewhere = other.clientWith(thief.accessToken);
    await thief.call('getMe').expect(200);
    await thiefElsewhere.call('getMe').expect(200);

    const params = { sessionId: await otherSessionOf(user) };
    await user.call('endSession', { params }).expect(204);

    expectRefused(await thief.call('getMe'), challenge);
    api.passOneSecond();
    expectRefused(await thiefElsewhere.call('getMe'), challenge);
    await user.call('getMe').expect(200);
    await user.call('endSession', { params }).expect(404);
  });

  test('also rejects a token that the ended session refreshed just before', async () => {
    const user = await api.createUser();
    const thief = await api.signIn(user.id);
    const refreshed = await refresh(thief.refreshToken);

    await user.call('endSession', { params: { sessionId: await otherSessionOf(user) } }).expect(204);

    expectRefused(await api.clientWith(refreshed).call('getMe'), challenge);
  });

  test('keeps its running upload from completing, and signs no URL for it', async () => {
    const user = await api.createUser();
    const thief = { ...user, ...(await api.signIn(user.id)) };
    const upload = await startUpload(thief);
    const item = await uploadFile(thief);
    await sendAllParts(thief, upload, Buffer.from('bytes'));

    await user.call('endOtherSessions').expect(204);

    const params = { uploadId: upload.id };
    const body = { parts: [{ partNumber: 1, checksumSha256: sha256(Buffer.from('bytes')) }] };
    expectRefused(await thief.call('completeUpload', { params }), challenge);
    expectRefused(await thief.call('signParts', { params, body }), challenge);
    expectRefused(
      await thief.call('downloadItem', { params: { itemId: item.id }, query: { disposition: 'attachment' } }),
      challenge,
    );
    await user.call('getItem', { params: { itemId: upload.itemId } }).expect(404);
  });

  test('is a conflict for the session of the caller', async () => {
    const user = await api.createUser();
    const [session] = await listSessions(user);

    const response = await user.call('endSession', { params: { sessionId: session?.id ?? '' } }).expect(409);

    expect(response.body.detail).toBe('This is the device that you are using. Sign out instead.');
    await user.call('getMe').expect(200);
  });
});

describe('ending all other sessions', () => {
  test('rejects them all, and lets the caller go on', async () => {
    const user = await api.createUser();
    const others = [await api.signIn(user.id), await api.signIn(user.id)];
    for (const session of others) await session.call('getMe').expect(200);

    await user.call('endOtherSessions').expect(204);

    for (const session of others) expectRefused(await session.call('getMe'), challenge);
    await user.call('getMe').expect(200);
  });
});

// A gateway itself rejects tokens of the future: its clock is one of AWS, as is that of Cognito.
const drifts = front === 'none' ? [30, -30] : [-30];

describe.each(drifts)('while Cognito’s clock is %i s ahead, signing out everywhere', (seconds) => {
  test('rejects a token refreshed just before, and accepts a new sign-in at once', async () => {
    cognitoAheadMilliseconds = seconds * 1000;
    const user = await api.createUser();
    const refreshed = await refresh(user.refreshToken);
    await api.clientWith(refreshed).call('getMe').expect(200);

    await user.call('signOutEverywhere').expect(204);

    expectRefused(await api.clientWith(refreshed).call('getMe'), challenge);
    expectRefused(await user.call('getMe'), challenge);
    await (await api.signIn(user.id)).call('getMe').expect(200);
    cognitoAheadMilliseconds = 0;
  });
});

describe('past the API, an administrator', () => {
  const acts = ['disableUser', 'deleteUser', 'signUserOut'] as const;

  test.each(acts)('%s: the user is rejected once the confirmation is a minute old', async (act) => {
    const user = await api.createUser();
    const elsewhere = other.clientWith(user.accessToken);
    await createAdministrator(api.cognito)[act](user.id);

    await api.ageConfirmations(60);

    expectRefused(await user.call('getMe'), challenge);
    expectRefused(await elsewhere.call('getMe'), challenge);
  });
});

test('without session tracking in the pool, the list is a problem of its own, and an export contains none', async () => {
  const untracked = await startTestApi({ poolConfig: { userSessionTracking: 'DISABLED' } });
  const user = await untracked.createUser();

  const response = await user.call('listSessions').expect(409);

  const exported = await user.call('exportAccount').expect(200);

  expect(response.body.code).toBe('session_tracking_off');
  expect(exported.body.sessions).toBeNull();
  await untracked.close();
});
