import { deleteAccount, getMe, listItems, signOutEverywhere, updateItem } from '@share-my-files/contract';
import { expect, test, vi } from 'vitest';
import { createApiClient } from '../src/lib/api-client.ts';
import { NetworkError } from '../src/lib/network-error.ts';
import { createSession } from '../src/lib/session.ts';
import { SignedOutError } from '../src/lib/signed-out-error.ts';
import type { Fault, ProxiedRequest } from './support/fault-proxy.ts';
import { cut, faultFor, isCallOf, respond } from './support/faults.ts';
import { isAction } from './support/pool-faults.ts';
import { startApiProxy } from './support/start-backend.ts';
import { noOtherTabs, startSignedInBrowser } from './support/start-browser.ts';
import { storeFile } from './support/store-file.ts';

const tokenOf = ({ headers }: ProxiedRequest): string => headers.authorization?.replace('Bearer ', '') ?? '';

/** Breaks the signature of the token, so that the real API rejects it. */
const damageToken: Fault = (request, forward) =>
  forward({ ...request, headers: { ...request.headers, authorization: `Bearer ${tokenOf(request)}x` } });

const isRefresh = isAction('GetTokensFromRefreshToken');

/** Returns the client of a signed-in user's page. */
const start = async () => {
  const [browser, api] = await Promise.all([startSignedInBrowser(), startApiProxy()]);
  const session = createSession(browser.tokenSource, noOtherTabs);
  await session.start();
  const firstToken = (await session.accessToken()) ?? '';
  const client = createApiClient({ origin: api.origin, session });
  const isFirstToken = (request: ProxiedRequest) => tokenOf(request) === firstToken;
  return {
    ...browser,
    api,
    client,
    session,
    firstToken,
    isFirstToken,
    rejectFirstToken: () => {
      api.fault = faultFor(isFirstToken, damageToken);
    },
    /** Revokes every token of the user. */
    signOutElsewhere: () => browser.user.api.call(signOutEverywhere),
  };
};

test('sends the access token as a bearer token', async () => {
  const { api, client, firstToken, user } = await start();

  expect(await client.call(getMe)).toMatchObject({ email: user.email });

  expect(api.requests.map(tokenOf)).toEqual([firstToken]);
});

test('renews a rejected token once for a hundred parallel requests and repeats each once', async () => {
  const { api, client, pool, isFirstToken, rejectFirstToken } = await start();
  rejectFirstToken();
  const limits = Array.from({ length: 100 }, (_, index) => index + 1);

  await Promise.all(limits.map((limit) => client.call(listItems, { query: { limit } })));

  const rejected = api.requests.filter(isFirstToken);
  const repeated = api.requests.filter((request) => !isFirstToken(request));
  expect(repeated.map(({ path }) => path).toSorted()).toEqual(rejected.map(({ path }) => path).toSorted());
  expect(new Set(repeated.map(({ path }) => path)).size).toBe(100);
  expect(rejected).toHaveLength(100);
  expect(pool.requests.filter(isRefresh)).toHaveLength(1);
});

test('signs out of a deleted account, also if the response to the deletion was lost', async () => {
  const { api, client, session } = await start();
  const loseResponse: Fault = (request, forward) => Promise.resolve(forward(request)).then(() => 'cut');
  api.fault = faultFor(isCallOf(deleteAccount), loseResponse, 1);
  await expect(client.call(deleteAccount)).rejects.toBeInstanceOf(NetworkError);
  expect(session.state.get()).toMatchObject({ status: 'signed-in' });

  await expect(client.call(deleteAccount)).rejects.toMatchObject({ code: 'account_deleted' });

  expect(session.state.get()).toEqual({ status: 'signed-out', isAccountDeleted: true });
});

test('does not repeat a request whose new token is rejected again', async () => {
  const { api, client, pool, firstToken } = await start();
  api.fault = damageToken;

  await expect(client.call(getMe)).rejects.toMatchObject({ code: 'invalid_token', status: 401 });

  expect(api.requests.map(tokenOf)).toEqual([firstToken, expect.not.stringContaining(firstToken)]);
  expect(pool.requests.filter(isRefresh)).toHaveLength(1);
});

test('holds requests while the session is ended and sends them after the user signs in again', async () => {
  const { client, session, signIn, signOutElsewhere, user } = await start();
  const { id: itemId } = await storeFile(user.api, { name: 'notes.txt' });
  await signOutElsewhere();

  const waiting = Promise.all([
    client.call(updateItem, { params: { itemId }, body: { name: 'kept.txt' } }),
    client.call(getMe),
  ]);
  await vi.waitUntil(() => session.state.get().status === 'ended', { timeout: 60_000 });
  const later = client.call(getMe);
  await signIn();
  await session.signedIn();

  const [renamed, me] = await waiting;
  expect(renamed.name).toBe('kept.txt');
  expect([me.email, (await later).email]).toEqual([user.email, user.email]);
});

test('gives up waiting requests when the user signs out instead', async () => {
  const { client, session, signOutElsewhere } = await start();
  await signOutElsewhere();

  const waiting = expect(client.call(getMe)).rejects.toBeInstanceOf(SignedOutError);
  await vi.waitUntil(() => session.state.get().status === 'ended', { timeout: 60_000 });
  await session.signOut();

  await waiting;
});

test('treats a pool that cannot renew the token as an outage and signs nobody out', async () => {
  const { client, pool, rejectFirstToken, session, user } = await start();
  rejectFirstToken();
  pool.fault = respond(503);

  await expect(client.call(getMe)).rejects.toBeInstanceOf(NetworkError);
  expect(session.state.get().status).toBe('signed-in');

  pool.fault = (request, forward) => forward(request);
  expect(await client.call(getMe)).toMatchObject({ email: user.email });
});

test('turns problem details into an error with a code, a message and field errors', async () => {
  const { client, user } = await start();
  const { id: itemId } = await storeFile(user.api, { name: 'notes.txt' });

  const renaming = client.call(updateItem, { params: { itemId }, body: { name: 'a/b' } });

  const message = 'A name must not contain / or \\.';
  await expect(renaming).rejects.toMatchObject({
    name: 'ProblemError',
    code: 'invalid_request',
    status: 400,
    fieldErrors: [{ path: 'name', message }],
    requestId: expect.stringMatching(/./),
  });
});

test.each([
  [502, 'service_unavailable'],
  [503, 'service_unavailable'],
  [500, 'internal_error'],
  [413, 'payload_too_large'],
])('maps status %d of a gateway without problem details to %s', async (status, code) => {
  const { api, client, pool } = await start();
  api.fault = respond(status, { 'x-request-id': 'gateway-1' });

  await expect(client.call(getMe)).rejects.toMatchObject({ code, status, requestId: 'gateway-1' });
  expect(pool.requests).toEqual([]);
});

test('distinguishes a broken connection from a response', async () => {
  const { api, client, session } = await start();
  api.fault = cut;

  await expect(client.call(getMe)).rejects.toBeInstanceOf(NetworkError);

  expect(session.state.get().status).toBe('signed-in');
});

test('leaves the cancellation of a request to its caller', async () => {
  const { api, client } = await start();

  await expect(client.call(getMe, { signal: AbortSignal.abort() })).rejects.toMatchObject({
    name: 'AbortError',
  });

  expect(api.requests.filter(isCallOf(getMe))).toEqual([]);
});
