import { once } from 'node:events';
import { request } from 'node:http';
import { createLocalJWKSet, exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import {
  type GatewayType,
  type Handler,
  type LocalGateway,
  type Route,
  startLocalGateway,
} from '../src/index.ts';

const issuer = 'https://cognito-idp.us-east-1.amazonaws.com/us-east-1_Test00001';
const scope = 'aws.cognito.signin.user.admin';
const routes: Route[] = [
  { method: 'GET', path: '/healthz', scopes: null },
  { method: 'POST', path: '/api/public/{proxy+}', scopes: null },
  { method: 'ANY', path: '/api/{proxy+}', scopes: [scope] },
  { method: 'GET', path: '/unscoped', scopes: [] },
];
const now = () => Math.floor(Date.now() / 1000);

let keys: Awaited<ReturnType<typeof generateKeyPair>>;
let getKey: ReturnType<typeof createLocalJWKSet>;
let gateway: LocalGateway;
let events: Record<string, never>[];

beforeAll(async () => {
  keys = await generateKeyPair('RS256');
  getKey = createLocalJWKSet({ keys: [{ ...(await exportJWK(keys.publicKey)), kid: 'k', alg: 'RS256' }] });
});

afterEach(() => gateway.close());

const sign = (changes: JWTPayload = {}) =>
  new SignJWT({
    sub: 'ada',
    iss: issuer,
    client_id: 'client',
    token_use: 'access',
    scope: `openid ${scope}`,
    'cognito:groups': ['admin', 'staff'],
    iat: now(),
    exp: 2_000_000_000,
    ...changes,
  })
    .setProtectedHeader({ alg: 'RS256', kid: 'k' })
    .sign(keys.privateKey);

const idToken = () =>
  sign({ token_use: 'id', aud: 'client', client_id: undefined, scope: undefined } as JWTPayload);

const start = async (type: GatewayType, handler?: Handler, timeoutMilliseconds?: number) => {
  events = [];
  gateway = await startLocalGateway({
    type,
    routes,
    authorizer: { issuer, clientId: 'client', getKey },
    handler:
      handler ??
      (async (event) => {
        events.push(event);
        return { statusCode: 200, headers: { 'content-type': 'text/plain' }, body: 'ok' };
      }),
    onError: () => undefined,
    ...(timeoutMilliseconds !== undefined && { timeoutMilliseconds }),
  });
};

const send = async (path: string, token?: string, init: RequestInit = {}) => {
  const headers = { ...init.headers, ...(token !== undefined && { authorization: `Bearer ${token}` }) };
  const response = await fetch(gateway.endpoint + path, { ...init, headers });
  return { status: response.status, headers: response.headers, text: await response.text() };
};

const message = (text: string) => JSON.stringify({ message: text });

describe.each(['http', 'rest'] as const)('a gateway of type %s', (type) => {
  test.each([
    ['no token', () => undefined],
    ['no token but text', () => 'x'],
    ['an expired token', () => sign({ exp: now() - 1 })],
    ['a token of another pool', () => sign({ iss: `${issuer}X` })],
    ['a token of the future', () => sign({ iat: now() + 3600 })],
    ['a token that is not valid yet', () => sign({ nbf: now() + 3600 })],
  ])('answers 401 for %s and does not call the handler', async (_what, createToken) => {
    await start(type);

    const { status, text } = await send('/api/me', await createToken());

    expect([status, text, events]).toEqual([401, message('Unauthorized'), []]);
  });

  test('calls the handler of a public route without asking who sends the request', async () => {
    await start(type);

    await send('/healthz');
    await send('/api/public/links/open', 'x', { method: 'POST', body: '{}' });

    expect(
      events.map(
        ({ requestContext }: { requestContext?: { authorizer?: unknown } }) =>
          requestContext?.authorizer ?? null,
      ),
    ).toEqual([null, null]);
  });

  test('overwrites the headers that only it may write', async () => {
    await start(type);

    await send('/healthz', undefined, {
      headers: { 'x-amzn-trace-id': 'forged', 'x-forwarded-for': '1.2.3.4' },
    });

    const headers = JSON.stringify(events[0]?.headers);
    expect(headers).not.toContain('forged');
    expect(headers).toContain('1.2.3.4, 127.0.0.1');
  });

  test('gives up a handler that takes too long', async () => {
    await start(type, () => new Promise(() => undefined), 10);

    const { status, text } = await send('/healthz');

    expect([status, text]).toEqual(
      type === 'http' ? [503, message('Service Unavailable')] : [504, message('Endpoint request timed out')],
    );
  });

  test.each([
    ['throws', () => Promise.reject(new Error('secret'))],
    ['returns nothing', () => Promise.resolve()],
    ['returns a body that is no text', () => Promise.resolve({ statusCode: 200, body: {} })],
    ['returns more than 6 MB', () => Promise.resolve({ statusCode: 200, body: 'a'.repeat(7e6) })],
  ])('tells nothing of a handler that %s', async (_what, handler) => {
    await start(type, handler);

    const { status, text } = await send('/healthz');

    expect([status, text]).toEqual(
      type === 'http' ? [500, message('Internal Server Error')] : [502, message('Internal server error')],
    );
  });

  test('refuses a request that makes an event of more than 6 MB', async () => {
    await start(type);

    const { status } = await send('/api/public/x', undefined, { method: 'POST', body: 'a'.repeat(7e6) });

    expect([status, events]).toEqual([413, []]);
  });

  test('sends several cookies and decodes base64', async () => {
    const cookies = ['a=1', 'b=2'];
    const several = type === 'http' ? { cookies } : { multiValueHeaders: { 'Set-Cookie': cookies } };
    const body = Buffer.from([0, 255]).toString('base64');
    await start(type, async () => ({ statusCode: 201, body, isBase64Encoded: true, ...several }));

    const response = await fetch(`${gateway.endpoint}/healthz`);

    expect(response.headers.getSetCookie()).toEqual(cookies);
    expect(Buffer.from(await response.arrayBuffer())).toEqual(Buffer.from([0, 255]));
  });
});

describe('an HTTP API', () => {
  test('makes an event of format 2.0, in which every claim is text', async () => {
    await start('http');

    await send('/api/items?type=a&type=b%20c', await sign(), { headers: { cookie: 'a=1; b=2' } });

    expect(events[0]).toMatchObject({
      version: '2.0',
      routeKey: 'ANY /api/{proxy+}',
      rawPath: '/api/items',
      rawQueryString: 'type=a&type=b%20c',
      queryStringParameters: { type: 'a,b c' },
      cookies: ['a=1', 'b=2'],
      pathParameters: { proxy: 'items' },
      isBase64Encoded: false,
      requestContext: {
        http: { method: 'GET', path: '/api/items' },
        authorizer: {
          jwt: {
            claims: { sub: 'ada', exp: '2000000000', 'cognito:groups': '[admin staff]' },
            scopes: [scope],
          },
        },
      },
    });
    expect(events[0]).not.toHaveProperty('headers.cookie');
  });

  test('encodes a body that is no text', async () => {
    await start('http');
    const init = { method: 'POST', headers: { 'content-type': 'image/png' }, body: Buffer.from([1, 2, 255]) };

    await send('/api/public/x', undefined, init);

    expect(events[0]).toMatchObject({ body: 'AQL/', isBase64Encoded: true });
  });

  test('wants the client as the audience, and answers 403 without the scope', async () => {
    await start('http');

    const stranger = await send('/api/me', await sign({ client_id: 'other' }));
    const unscoped = await send('/api/me', await sign({ scope: 'openid' }));
    const identity = await send('/api/me', await idToken());

    expect(stranger.headers.get('www-authenticate')).toContain('error="invalid_token"');
    expect(unscoped.headers.get('www-authenticate')).toContain('error="insufficient_scope"');
    expect([stranger.status, unscoped.status, unscoped.text, identity.status, events]).toEqual([
      401,
      403,
      message('Forbidden'),
      403,
      [],
    ]);
  });

  test('answers 404 for what is not routed', async () => {
    await start('http');

    expect(await send('/api')).toMatchObject({ status: 404, text: message('Not Found') });
    expect(await send('/other')).toMatchObject({ status: 404 });
    expect(await send('/api/public/x')).toMatchObject({ status: 401 });
  });
});

describe('a REST API', () => {
  test('makes an event of format 1.0, in which exp and iat are dates', async () => {
    await start('rest');
    const sent = request(`${gateway.endpoint}/api/items?type=a&type=b%20c`, {
      headers: { Authorization: `Bearer ${await sign()}`, 'X-Twice': ['1', '2'] },
    });
    await once(sent.end(), 'response');

    expect(events[0]).toMatchObject({
      resource: '/api/{proxy+}',
      path: '/api/items',
      httpMethod: 'GET',
      headers: { 'X-Twice': '2' },
      multiValueHeaders: { 'X-Twice': ['1', '2'] },
      queryStringParameters: { type: 'b c' },
      multiValueQueryStringParameters: { type: ['a', 'b c'] },
      body: null,
      requestContext: {
        authorizer: {
          claims: { sub: 'ada', exp: 'Wed May 18 03:33:20 UTC 2033', 'cognito:groups': 'admin,staff' },
        },
      },
    });
  });

  test('takes an access token with the scope, of any client, and answers 401 to all else', async () => {
    await start('rest');

    expect((await send('/api/me', await sign({ client_id: 'other' }))).status).toBe(200);
    expect((await send('/api/me', await sign({ scope: 'openid' }))).status).toBe(401);
    expect((await send('/api/me', await idToken())).status).toBe(401);
  });

  test('takes ID tokens, and only those, where a method has no scopes', async () => {
    await start('rest');

    expect((await send('/unscoped', await idToken())).status).toBe(200);
    expect((await send('/unscoped', await sign())).status).toBe(401);
  });

  test('has one resource for a path, and renames the header that it uses itself', async () => {
    await start('rest', async () => ({ statusCode: 401, headers: { 'WWW-Authenticate': 'Bearer' } }));

    expect(await send('/api/public/x')).toMatchObject({
      status: 403,
      text: message('Missing Authentication Token'),
    });
    const { headers } = await send('/healthz');
    expect(headers.get('x-amzn-remapped-www-authenticate')).toBe('Bearer');
    expect(headers.get('www-authenticate')).toBeNull();
  });
});
