import { expect, inject, test } from 'vitest';
import { NetworkError } from '../src/lib/network-error.ts';
import type { TokenSource } from '../src/lib/session.ts';
import { createPoolClient } from './support/create-user.ts';
import { faultFor, respond } from './support/faults.ts';
import { actionOf, isAction, refuse } from './support/pool-faults.ts';
import { startSignedInBrowser } from './support/start-browser.ts';

const refresh = async (tokenSource: TokenSource) => {
  // Read from the browser's storage, because the pool may already refuse.
  const tokens = await tokenSource.fetchTokens();
  return await tokenSource.fetchTokens({ rejected: tokens?.accessToken ?? '' });
};

test('returns valid tokens without a request to the pool', async () => {
  const { pool, tokenSource, user } = await startSignedInBrowser();

  const tokens = await tokenSource.fetchTokens();

  expect(tokens?.user).toMatchObject({ email: user.email, name: user.name });
  expect(pool.requests).toEqual([]);
});

test('renews the tokens on demand', async () => {
  const { pool, tokenSource } = await startSignedInBrowser();
  const before = await tokenSource.fetchTokens();

  const after = await tokenSource.fetchTokens({ rejected: before?.accessToken ?? '' });

  expect(after?.user).toEqual(before?.user);
  expect(after?.accessToken).not.toBe(before?.accessToken);
  expect(pool.requests.map(actionOf)).toEqual(['GetTokensFromRefreshToken']);
});

test('does not renew tokens that another tab has renewed', async () => {
  const { pool, tokenSource } = await startSignedInBrowser();
  const before = await tokenSource.fetchTokens();
  const renewed = await tokenSource.fetchTokens({ rejected: before?.accessToken ?? '' });

  const again = await tokenSource.fetchTokens({ rejected: before?.accessToken ?? '' });

  expect(again).toEqual(renewed);
  expect(pool.requests.map(actionOf)).toEqual(['GetTokensFromRefreshToken']);
});

test('returns no tokens after a sign-out on every device', async () => {
  const { tokenSource, user } = await startSignedInBrowser();
  const { userPoolId: UserPoolId } = inject('servers');
  await createPoolClient().adminUserGlobalSignOut({ UserPoolId, Username: user.email });

  expect(await refresh(tokenSource)).toBeNull();
  expect(await tokenSource.fetchTokens()).toBeNull();
});

test.each([
  'NotAuthorizedException',
  'TokenRevokedException',
  'RefreshTokenReuseException',
  'UserNotFoundException',
])('treats %s as the end of the session', async (name) => {
  const { pool, tokenSource } = await startSignedInBrowser();
  pool.fault = refuse(name);

  expect(await refresh(tokenSource)).toBeNull();
  expect(await tokenSource.fetchTokens()).toBeNull();
});

test.each([
  ['status 503', respond(503)],
  ['InternalErrorException', refuse('InternalErrorException', 500)],
  ['TooManyRequestsException', refuse('TooManyRequestsException')],
])('treats %s as an outage and keeps the tokens', async (_name, fault) => {
  const { pool, tokenSource } = await startSignedInBrowser();
  const tokens = await tokenSource.fetchTokens();
  pool.fault = fault;

  await expect(refresh(tokenSource)).rejects.toBeInstanceOf(NetworkError);

  expect(await tokenSource.fetchTokens()).toEqual(tokens);
});

test('removes every token at sign-out, even when the pool fails', async () => {
  const { pool, storage, tokenSource } = await startSignedInBrowser();
  pool.fault = faultFor(isAction('RevokeToken'), refuse('NotAuthorizedException'));

  await tokenSource.removeTokens();

  expect(pool.requests.map(actionOf)).toEqual(['RevokeToken']);
  expect([...storage.items]).toEqual([]);
});
