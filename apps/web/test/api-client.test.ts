import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { getMe, type Problem } from '@share-my-files/contract';
import { expect, test, vi } from 'vitest';
import { z } from 'zod';
import { type ApiClient, createApiClient } from '../src/lib/api-client.ts';
import { NetworkError } from '../src/lib/network-error.ts';
import { ProblemError } from '../src/lib/problem-error.ts';
import { createSession } from '../src/lib/session.ts';
import { SignedOutError } from '../src/lib/signed-out-error.ts';
import { createFakeUserPool, noOtherTabs } from './support/fake-user-pool.ts';
import { startServer } from './support/start-server.ts';

const invalidToken: Problem = {
  type: 'about:blank',
  title: 'The token is not valid.',
  status: 401,
  code: 'invalid_token',
  requestId: 'request-401',
};

const sendProblem = (response: ServerResponse, problem: Problem) => {
  response.writeHead(problem.status, { 'Content-Type': 'application/problem+json' });
  response.end(JSON.stringify(problem));
};

type Answer = (request: IncomingMessage, response: ServerResponse, body: string) => void;

const echo: Answer = ({ method, url }, response, body) => {
  response.setHeader('Content-Type', 'application/json').end(JSON.stringify({ method, url, body }));
};

const echoed = z.object({ method: z.string(), url: z.string(), body: z.string() });

const send = (client: ApiClient, method: 'GET' | 'POST' | 'PATCH', path: `/${string}`, body = {}) =>
  client.call(
    { method, path, summary: '', access: 'user', body: z.looseObject({}), responses: { 200: echoed } },
    { body },
  );

/** An API that answers 401 to tokens which it does not accept, and a client for it. */
const start = async (answer: Answer = echo) => {
  const requests: { token: string; url: string }[] = [];
  const api = { accepts: (_token: string): boolean => true };
  const baseUrl = await startServer(async (request, response) => {
    const token = request.headers.authorization?.replace(/^Bearer /, '') ?? '';
    const body = await text(request);
    requests.push({ token, url: request.url ?? '' });
    if (api.accepts(token)) answer(request, response, body);
    else sendProblem(response, invalidToken);
  });
  const { pool, tokenSource } = createFakeUserPool();
  const session = createSession(tokenSource, noOtherTabs);
  await session.start();
  return { api, client: createApiClient({ baseUrl, session }), pool, requests, session };
};

test('sends the access token as a bearer token', async () => {
  const { client, requests } = await start();

  await send(client, 'GET', '/me');

  expect(requests).toEqual([{ token: 'token-1', url: '/me' }]);
});

test('renews a rejected token once for a hundred parallel requests and repeats each once, unnoticed', async () => {
  const { api, client, pool, requests } = await start();
  api.accepts = (token) => token !== 'token-1';

  const calls = Array.from({ length: 100 }, (_, number) =>
    send(client, 'POST', `/items/${number}`, { number }),
  );
  const answers = await Promise.all(calls);

  expect(answers).toEqual(
    Array.from({ length: 100 }, (_, number) => ({
      method: 'POST',
      url: `/items/${number}`,
      body: JSON.stringify({ number }),
    })),
  );
  expect(pool.refreshes).toBe(1);
  expect(requests.filter(({ token }) => token === 'token-1')).toHaveLength(100);
  expect(requests.filter(({ token }) => token === 'token-2')).toHaveLength(100);
});

test('does not repeat a request whose new token is rejected too', async () => {
  const { api, client, pool, requests } = await start();
  api.accepts = () => false;

  await expect(send(client, 'GET', '/me')).rejects.toMatchObject({ code: 'invalid_token', status: 401 });

  expect(requests.map(({ token }) => token)).toEqual(['token-1', 'token-2']);
  expect(pool.refreshes).toBe(1);
});

test('lets requests wait while the session is over, and sends them after the person has signed in again', async () => {
  const { api, client, pool, session } = await start();
  api.accepts = (token) => token !== 'token-1';
  pool.answer = 'refused';

  const waiting = Promise.all([
    send(client, 'GET', '/items'),
    send(client, 'PATCH', '/items/1', { name: 'kept.txt' }),
    send(client, 'GET', '/me'),
  ]);
  await vi.waitUntil(() => session.state.get().status === 'ended');
  const later = send(client, 'GET', '/later');
  pool.signIn();
  await session.signedIn();

  const answers = await Promise.all([...(await waiting), await later]);
  expect(answers.map(({ url }) => url)).toEqual(['/items', '/items/1', '/me', '/later']);
  expect(answers[1]?.body).toBe('{"name":"kept.txt"}');
});

test('gives waiting requests up when the person signs out instead', async () => {
  const { api, client, pool, session } = await start();
  api.accepts = () => false;
  pool.answer = 'refused';

  const waiting = expect(send(client, 'GET', '/items')).rejects.toBeInstanceOf(SignedOutError);
  await vi.waitUntil(() => session.state.get().status === 'ended');
  await session.signOut();

  await waiting;
});

test('takes a user pool that cannot renew the token for an outage and signs nobody out', async () => {
  const { api, client, pool, session } = await start();
  api.accepts = (token) => token !== 'token-1';
  pool.answer = 'outage';

  await expect(send(client, 'GET', '/me')).rejects.toBeInstanceOf(NetworkError);
  expect(session.state.get().status).toBe('signed-in');

  pool.answer = 'tokens';
  expect(await send(client, 'GET', '/me')).toMatchObject({ url: '/me' });
});

test('turns problem details into an error that can be branched on', async () => {
  const problem: Problem = {
    type: 'about:blank',
    title: 'The request is not valid.',
    detail: 'A name must not contain / or \\.',
    status: 400,
    code: 'invalid_request',
    requestId: 'request-1',
    errors: [{ path: 'name', message: 'A name must not contain / or \\.' }],
  };
  const { client } = await start((_request, response) => sendProblem(response, problem));

  const error = await send(client, 'PATCH', '/items/1', { name: 'a/b' }).catch((reason: unknown) => reason);

  expect(error).toBeInstanceOf(ProblemError);
  expect(error).toMatchObject({
    code: 'invalid_request',
    status: 400,
    message: problem.detail,
    fieldErrors: problem.errors,
    requestId: 'request-1',
  });
});

test.each([
  [502, 'service_unavailable'],
  [503, 'service_unavailable'],
  [500, 'internal_error'],
  [413, 'payload_too_large'],
])('understands status %d from a gateway that knows no problem details', async (status, code) => {
  const { client, pool } = await start((_request, response) => {
    response.writeHead(status, { 'Content-Type': 'text/html', 'X-Request-Id': 'gateway-1' });
    response.end('<html>no</html>');
  });

  await expect(send(client, 'GET', '/me')).rejects.toMatchObject({ code, status, requestId: 'gateway-1' });
  expect(pool.refreshes).toBe(0);
});

test('tells a connection that broke from an answer', async () => {
  const { client, session } = await start((request) => request.socket.destroy());

  await expect(send(client, 'GET', '/me')).rejects.toBeInstanceOf(NetworkError);

  expect(session.state.get().status).toBe('signed-in');
});

test('leaves the cancellation of a request to its caller', async () => {
  const { client } = await start();

  await expect(client.call(getMe, { signal: AbortSignal.abort() })).rejects.toMatchObject({
    name: 'CanceledError',
  });
});
