import { expect, test } from 'vitest';
import { NetworkError } from '../src/lib/network-error.ts';
import { ana, createJwt, type Reply, refusal, startSignedInBrowser } from './support/user-pool-server.ts';

test('reads the tokens without asking the pool while they are good', async () => {
  const { accessToken, questions, tokenSource } = await startSignedInBrowser(() => refusal('NeverAsked'));

  const tokens = await tokenSource.fetchTokens();

  expect(tokens).toEqual({ accessToken, user: { id: 'ana', email: 'ana@example.com', name: 'Ana' } });
  expect(questions).toEqual([]);
});

test('renews the tokens on demand', async () => {
  const renewed = createJwt({ sub: ana.sub, jti: 'renewed' });
  const { tokenSource } = await startSignedInBrowser(() => ({
    status: 200,
    body: { AuthenticationResult: { AccessToken: renewed, IdToken: createJwt(ana), ExpiresIn: 300 } },
  }));

  expect(await tokenSource.fetchTokens({ forceRefresh: true })).toMatchObject({ accessToken: renewed });
});

test.each([
  'NotAuthorizedException',
  'TokenRevokedException',
  'RefreshTokenReuseException',
  'UserNotFoundException',
])('takes %s for the end of the session', async (name) => {
  const { tokenSource } = await startSignedInBrowser(() => refusal(name));

  expect(await tokenSource.fetchTokens({ forceRefresh: true })).toBeNull();
  expect(await tokenSource.fetchTokens()).toBeNull();
});

test.each<[string, Reply]>([
  ['status 503', { status: 503, body: {} }],
  ['InternalErrorException', { status: 500, body: { __type: 'InternalErrorException', message: 'x' } }],
  ['TooManyRequestsException', refusal('TooManyRequestsException')],
])('takes %s for an outage and keeps the tokens', async (_name, reply) => {
  const { accessToken, tokenSource } = await startSignedInBrowser(() => reply);

  await expect(tokenSource.fetchTokens({ forceRefresh: true })).rejects.toBeInstanceOf(NetworkError);

  expect(await tokenSource.fetchTokens()).toMatchObject({ accessToken });
});

test('removes every token at sign-out, even when the pool fails', async () => {
  const { questions, storage, tokenSource } = await startSignedInBrowser(() =>
    refusal('NotAuthorizedException'),
  );

  await tokenSource.removeTokens();

  expect(questions.map(({ action }) => action)).toEqual(['RevokeToken']);
  expect([...storage.items]).toEqual([]);
});
