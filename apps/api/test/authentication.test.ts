import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  CognitoIdentityProviderClient,
  GetTokensFromRefreshTokenCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { meSchema } from '@share-my-files/contract';
import { startLocalCognito } from '@share-my-files/local-cognito';
import { exportSPKI, generateKeyPair, SignJWT, UnsecuredJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTokenForge } from './support/create-token-forge.ts';
import { expectRefused } from './support/front-answers.ts';
import { startTestApi, type TestApi } from './support/start-test-api.ts';
import type { TestUser } from './support/test-users.ts';

let api: TestApi;
let ada: TestUser;
let forge: Awaited<ReturnType<typeof createTokenForge>>;

beforeAll(async () => {
  forge = await createTokenForge();
  api = await startTestApi({ wrapKeyFetcher: forge.wrapKeyFetcher });
  ada = await api.createUser();
});

afterAll(() => api.close());

const me = (authorization?: string) => {
  const request = api.anonymous.call('getMe');
  return authorization === undefined ? request : request.set('Authorization', authorization);
};

const tokenOfAnotherPool = async (): Promise<string> => {
  const dataDirectory = await mkdtemp(join(tmpdir(), 'share-my-files-pool-'));
  const pool = await startLocalCognito({ dataDirectory, poolConfig: { userPoolId: 'us-east-1_Other0001' } });
  try {
    const { sub } = await pool.createConfirmedUser({
      email: 'mallory@example.com',
      password: 'Correct-horse-1',
      name: 'Mallory',
    });
    return (await pool.issueTokens({ sub })).accessToken;
  } finally {
    await pool.close();
    await rm(dataDirectory, { recursive: true, force: true });
  }
};

const flipLastCharacter = (token: string): string => {
  const [header, payload = '', signature] = token.split('.');
  const claims = JSON.parse(Buffer.from(payload, 'base64url').toString());
  const changed = Buffer.from(JSON.stringify({ ...claims, sub: randomUUID() })).toString('base64url');
  return [header, changed, signature].join('.');
};

const badTokens: [string, () => string | Promise<string>][] = [
  ['an ID token', () => ada.idToken],
  ['a refresh token', () => ada.refreshToken],
  ['a token of another pool', tokenOfAnotherPool],
  ['a token of another client', () => forge.sign(ada.accessToken, { claims: { client_id: 'another' } })],
  ['an expired token', () => forge.sign(ada.accessToken, { claims: { exp: forge.now() - 1 } })],
  ['a token without an expiry', () => forge.sign(ada.accessToken, { claims: { exp: undefined } })],
  ['a token without a subject', () => forge.sign(ada.accessToken, { claims: { sub: undefined } })],
  ['a token with an empty subject', () => forge.sign(ada.accessToken, { claims: { sub: '' } })],
  ['a token without an id', () => forge.sign(ada.accessToken, { claims: { jti: undefined } })],
  ['a token without a session', () => forge.sign(ada.accessToken, { claims: { origin_jti: undefined } })],
  ['a token without the time of issue', () => forge.sign(ada.accessToken, { claims: { iat: undefined } })],
  ['a token of the future', () => forge.sign(ada.accessToken, { claims: { iat: forge.now() + 3600 } })],
  ['a token without the scope', () => forge.sign(ada.accessToken, { claims: { scope: 'openid' } })],
  ['a token of another use', () => forge.sign(ada.accessToken, { claims: { token_use: 'id' } })],
  ['a token with a changed payload', () => flipLastCharacter(ada.accessToken)],
  ['a token with an unknown key id', () => forge.sign(ada.accessToken, { header: { kid: 'unknown' } })],
  [
    'a token with the right key id, but a foreign key',
    async () => forge.sign(ada.accessToken, {}, (await generateKeyPair('RS256')).privateKey),
  ],
  ['an unsigned token', () => new UnsecuredJWT({ sub: ada.id, iss: api.cognito.issuer }).encode()],
  [
    'a token signed with the public key as a shared secret',
    async () =>
      new SignJWT({ sub: ada.id, iss: api.cognito.issuer })
        .setProtectedHeader({ alg: 'HS256', kid: forge.kid })
        .sign(Buffer.from(await exportSPKI(forge.publicKey))),
  ],
  ['no token at all', () => 'x'],
];

describe('a request', () => {
  test('is authenticated by an access token of the pool', async () => {
    await me(`Bearer ${ada.accessToken}`).expect(200);
    await me(`bearer ${await forge.sign(ada.accessToken)}`).expect(200);
  });

  test('is authenticated for a user id whose UUID variant is not one of RFC 9562', async () => {
    expect(ada.id).toMatch(/^[0-9a-f-]{14}7[0-9a-f]{3}-d/);

    expect(meSchema.parse((await me(`Bearer ${ada.accessToken}`).expect(200)).body).id).toBe(ada.id);
  });

  test.each(badTokens)('is rejected with %s', async (_what, createToken) => {
    // Cognito confirms the session, so that only the token can be the reason.
    await ada.call('getMe').expect(200);

    const response = await me(`Bearer ${await createToken()}`);

    expectRefused(response, 'Bearer error="invalid_token"');
  });

  test('is rejected without credentials, and then has no error code in its challenge', async () => {
    expectRefused(await me(), 'Bearer');
  });

  test('is rejected with a token in another place or scheme', async () => {
    const { accessToken } = ada;

    await me(accessToken).expect(401);
    await me(`Basic ${accessToken}`).expect(401);
    await me(`Bearer ${accessToken} ${accessToken}`).expect(401);
    await me(`Bearer ${accessToken}, Bearer ${accessToken}`).expect(401);
    await api.anonymous.request('getMe').query({ access_token: accessToken }).expect(401);
    await api.anonymous.call('getMe').set('Cookie', `access_token=${accessToken}`).expect(401);
    await api.anonymous.call('getMe').set('X-User-Id', ada.id).expect(401);
  });
});

describe('signing out everywhere', () => {
  test('invalidates all older access tokens at once, and allows a new sign-in', async () => {
    const user = await api.createUser();
    const other = await api.signIn(user.id);

    await user.call('signOutEverywhere').expect(204);

    await user.call('getMe').expect(401);
    await other.call('getMe').expect(401);
    await (await api.signIn(user.id)).call('getMe').expect(200);
  });

  test('revokes the refresh tokens in Cognito', async () => {
    const user = await api.createUser();

    await user.call('signOutEverywhere').expect(204);

    const cognito = new CognitoIdentityProviderClient({
      region: 'us-east-1',
      endpoint: api.cognito.endpoint,
    });
    await expect(
      cognito.send(
        new GetTokensFromRefreshTokenCommand({
          ClientId: api.cognito.userPoolClientId,
          RefreshToken: user.refreshToken,
        }),
      ),
    ).rejects.toThrow('revoked');
  });

  test('completes on a retry after it reached Cognito but not the database', async () => {
    const user = await api.createUser();
    const other = await api.signIn(user.id);
    await other.call('getMe').expect(200);
    const refuseToWrite = 'check (sessions_changed_at is null) not valid';
    await api.database.queries.execute(`alter table users add constraint signed_in ${refuseToWrite}`);
    await user.call('signOutEverywhere').expect(500);
    await api.database.queries.execute('alter table users drop constraint signed_in');
    await other.call('getMe').expect(200);

    const again = await user.call('signOutEverywhere');

    expectRefused(again, 'Bearer error="invalid_token"');
    await other.call('getMe').expect(401);
  });
});

describe('the account', () => {
  test('exists from the first request on, with the name and email address in Cognito', async () => {
    const user = await api.createUser('Grace Hopper', 'Grace@Example.com');

    const { body } = await user.call('getMe').expect(200);

    expect(body).toEqual({
      id: user.id,
      email: 'grace@example.com',
      name: 'Grace Hopper',
      hasOtherAccount: false,
      usedBytes: 0,
      reservedBytes: 0,
      quotaBytes: 1024 ** 3,
    });
  });

  test('is created once by concurrent first requests', async () => {
    const { sub } = await api.cognito.createConfirmedUser({
      email: 'burst@example.com',
      password: 'Correct-horse-1',
      name: 'Burst',
    });
    const session = await api.signIn(sub);

    const answers = await Promise.all(Array.from({ length: 10 }, () => session.call('getMe')));

    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
  });

  test('is not created for a token that Cognito rejects', async () => {
    const claims = { sub: randomUUID() };

    await me(`Bearer ${await forge.sign(ada.accessToken, { claims })}`).expect(401);
  });
});
