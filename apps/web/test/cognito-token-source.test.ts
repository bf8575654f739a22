import { text } from 'node:stream/consumers';
import { cognitoUserPoolsTokenProvider } from 'aws-amplify/auth/cognito';
import { expect, test } from 'vitest';
import { createCognitoTokenSource } from '../src/lib/cognito-token-source.ts';
import { NetworkError } from '../src/lib/network-error.ts';
import { startServer } from './support/start-server.ts';

const userPoolClientId = 'client';
const ana = { sub: 'ana', email: 'ana@example.com', name: 'Ana' };

// Amplify reads tokens and leaves it to the API to verify them.
const createJwt = (payload: object): string => {
  const now = Math.floor(Date.now() / 1000);
  const parts = [{ alg: 'RS256' }, { iat: now, exp: now + 300, ...payload }];
  return [...parts.map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')), 'c2ln'].join('.');
};

const createStorage = (entries: Record<string, string>) => {
  const items = new Map(Object.entries(entries));
  return {
    items,
    setItem: async (key: string, value: string) => void items.set(key, value),
    getItem: async (key: string) => items.get(key) ?? null,
    removeItem: async (key: string) => void items.delete(key),
    clear: async () => items.clear(),
  };
};

type Reply = { status: number; body: object };

/** Somebody who is signed in to a user pool that gives this reply to every request. */
const start = async (reply: Reply) => {
  const actions: string[] = [];
  const userPoolEndpoint = await startServer(async (request, response) => {
    await text(request);
    actions.push(String(request.headers['x-amz-target']).split('.').at(-1) ?? '');
    response.writeHead(reply.status, { 'Content-Type': 'application/x-amz-json-1.1' });
    response.end(JSON.stringify(reply.body));
  });
  const prefix = `CognitoIdentityServiceProvider.${userPoolClientId}`;
  const accessToken = createJwt({ sub: ana.sub, origin_jti: 'session' });
  const storage = createStorage({
    [`${prefix}.LastAuthUser`]: 'ana',
    [`${prefix}.ana.accessToken`]: accessToken,
    [`${prefix}.ana.idToken`]: createJwt(ana),
    [`${prefix}.ana.refreshToken`]: 'refresh-token',
  });
  const cognito = { userPoolId: 'us-east-1_Test0001', userPoolClientId, userPoolEndpoint };
  const tokenSource = createCognitoTokenSource(cognito);
  cognitoUserPoolsTokenProvider.setKeyValueStorage(storage);
  return { accessToken, actions, storage, tokenSource };
};

const failure = (name: string): Reply => ({ status: 400, body: { __type: name, message: 'refused' } });

test('reads the tokens without asking the pool while they are good', async () => {
  const { accessToken, actions, tokenSource } = await start(failure('NeverAsked'));

  const tokens = await tokenSource.fetchTokens();

  expect(tokens).toEqual({ accessToken, user: { id: 'ana', email: 'ana@example.com', name: 'Ana' } });
  expect(actions).toEqual([]);
});

test('renews the tokens on demand', async () => {
  const renewed = createJwt({ sub: ana.sub, jti: 'renewed' });
  const { tokenSource } = await start({
    status: 200,
    body: { AuthenticationResult: { AccessToken: renewed, IdToken: createJwt(ana), ExpiresIn: 300 } },
  });

  expect(await tokenSource.fetchTokens({ forceRefresh: true })).toMatchObject({ accessToken: renewed });
});

test.each([
  'NotAuthorizedException',
  'TokenRevokedException',
  'RefreshTokenReuseException',
  'UserNotFoundException',
])('takes %s for the end of the session', async (name) => {
  const { tokenSource } = await start(failure(name));

  expect(await tokenSource.fetchTokens({ forceRefresh: true })).toBeNull();
  expect(await tokenSource.fetchTokens()).toBeNull();
});

test.each<[string, Reply]>([
  ['status 503', { status: 503, body: {} }],
  ['InternalErrorException', { status: 500, body: { __type: 'InternalErrorException', message: 'x' } }],
  ['TooManyRequestsException', failure('TooManyRequestsException')],
])('takes %s for an outage and keeps the tokens', async (_name, reply) => {
  const { accessToken, tokenSource } = await start(reply);

  await expect(tokenSource.fetchTokens({ forceRefresh: true })).rejects.toBeInstanceOf(NetworkError);

  expect(await tokenSource.fetchTokens()).toMatchObject({ accessToken });
});

test('removes every token at sign-out, even when the pool fails', async () => {
  const { actions, storage, tokenSource } = await start(failure('NotAuthorizedException'));

  await tokenSource.removeTokens();

  expect(actions).toEqual(['RevokeToken']);
  expect([...storage.items]).toEqual([]);
});
