import { readFile } from 'node:fs/promises';
import { gatewayRoutes, requiredScope } from '@share-my-files/contract';
import { decodeJwt } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createAuthorizerCheck } from '#auth/authorizer-claims.ts';
import { identifyByAuthorizer } from '#auth/identify.ts';
import { createLambdaHandler, type GatewayEvent, type LambdaHandler } from '#http/lambda-handler.ts';
import { createApp } from '../src/app.ts';
import { createTokenForge } from './support/create-token-forge.ts';
import { listRoutes } from './support/list-routes.ts';
import { startTestApi, type TestApi } from './support/start-test-api.ts';
import type { TestUser } from './support/test-users.ts';

type Claims = Record<string, unknown>;
type EventInput = { token?: string; claims?: Claims | undefined; headers?: Record<string, string> };

let api: TestApi;
let ada: TestUser;
let grace: TestUser;
let forge: Awaited<ReturnType<typeof createTokenForge>>;
let handler: LambdaHandler;

beforeAll(async () => {
  forge = await createTokenForge();
  api = await startTestApi({ wrapKeyFetcher: forge.wrapKeyFetcher });
  ada = await api.createUser();
  grace = await api.createUser();
  const { userPoolId, userPoolClientId: clientId } = api.cognito;
  const check = createAuthorizerCheck({ userPoolId, clientId, now: Date.now });
  const identify = identifyByAuthorizer(check, api.dependencies.verifyAccessToken);
  handler = createLambdaHandler(createApp({ ...api.dependencies, services: api.services, identify }));
});

afterAll(() => api.close());

const readEvent = async (name: string) =>
  JSON.parse(await readFile(new URL(`./events/${name}.json`, import.meta.url), 'utf8'));

const asText = (claims: Claims): Claims =>
  Object.fromEntries(
    Object.entries(claims).map(([name, value]) => [
      name,
      Array.isArray(value) ? `[${value.join(' ')}]` : String(value),
    ]),
  );

const javaDate = (seconds: number): string => {
  const [weekday, day, month, year, time] = new Date(seconds * 1000)
    .toUTCString()
    .replace(',', '')
    .split(' ');
  return `${weekday} ${month} ${day} ${time} UTC ${year}`;
};

const withDates = (claims: Claims): Claims => ({
  ...claims,
  ...(typeof claims.exp === 'string' && { exp: javaDate(Number(claims.exp)) }),
  ...(typeof claims.iat === 'string' && { iat: javaDate(Number(claims.iat)) }),
});

/** Events as AWS documents them for both kinds of API, with a token and claims of this run. */
const createEvent = {
  'an HTTP API': async ({ token, claims, headers }: EventInput): Promise<GatewayEvent> => {
    const event = await readEvent('http-api');
    event.headers = { ...event.headers, ...(token && { authorization: `Bearer ${token}` }), ...headers };
    event.requestContext.authorizer = claims && { jwt: { claims: asText(claims), scopes: null } };
    return event;
  },
  'a REST API': async ({ token, claims, headers }: EventInput): Promise<GatewayEvent> => {
    const event = await readEvent('rest-api');
    event.headers = { ...event.headers, ...(token && { Authorization: `Bearer ${token}` }), ...headers };
    event.multiValueHeaders = Object.fromEntries(
      Object.entries(event.headers).map(([name, value]) => [name, [value]]),
    );
    event.requestContext.authorizer = claims && { claims: withDates(asText(claims)) };
    return event;
  },
};

describe.each(Object.entries(createEvent))('an event of %s', (_kind, create) => {
  const send = async (input: EventInput) => await handler(await create(input));

  test('with the claims of an access token is authenticated', async () => {
    const result = await send({ token: ada.accessToken, claims: decodeJwt(ada.accessToken) });

    expect(result.statusCode).toBe(200);
    expect(JSON.parse(result.body)).toMatchObject({ id: ada.id });
    expect(result.headers).toMatchObject({ 'content-type': 'application/json; charset=utf-8' });
  });

  test('with groups and more scopes is authenticated', async () => {
    await ada.call('getMe').expect(200);
    const token = await forge.sign(ada.accessToken, {
      claims: { 'cognito:groups': 'admin', scope: `openid ${requiredScope}` },
    });

    const result = await send({ token, claims: decodeJwt(token) });

    expect(result.statusCode).toBe(200);
  });

  test('without the claims of an authorizer is rejected despite a valid token and forged headers', async () => {
    const headers = {
      'x-apigateway-event': encodeURIComponent(
        JSON.stringify(await create({ claims: decodeJwt(ada.accessToken) })),
      ),
      'x-apigateway-context': '{}',
      'x-amzn-oidc-data': ada.accessToken,
      'x-user-id': ada.id,
    };

    const result = await send({ token: ada.accessToken, headers });

    expect(result.statusCode).toBe(401);
    expect(JSON.parse(result.body)).toMatchObject({ code: 'invalid_token' });
  });

  test('with claims that differ from those of its token is rejected', async () => {
    const claims = decodeJwt(ada.accessToken);
    const other = await api.signIn(ada.id);

    expect((await send({ claims })).statusCode).toBe(401);
    expect((await send({ claims, token: 'x' })).statusCode).toBe(401);
    expect((await send({ claims, token: grace.accessToken })).statusCode).toBe(401);
    expect((await send({ claims, token: other.accessToken })).statusCode).toBe(401);
  });

  test.each([
    ['of another pool', { iss: 'https://cognito-idp.us-east-1.amazonaws.com/us-east-1_Other0001' }],
    ['of another client', { client_id: 'another' }],
    ['of an ID token', { token_use: 'id' }],
    ['without the scope', { scope: 'openid' }],
    ['without a scope claim', { scope: undefined }],
    ['that have expired', { exp: 1_000_000_000 }],
    ['of the future', { iat: 4_000_000_000 }],
    ['of no time', { iat: 'soon' }],
    ['of no session', { origin_jti: undefined }],
    ['of nobody', { sub: '' }],
    ['of somebody else', { sub: '00000000-0000-4000-8000-000000000000' }],
  ])('with claims %s is rejected even if an authorizer accepted them', async (_what, changes) => {
    const claims = JSON.parse(JSON.stringify({ ...decodeJwt(ada.accessToken), ...changes }));

    const result = await send({ token: ada.accessToken, claims });

    expect(result.statusCode).toBe(401);
  });

  test('of a user who has signed out everywhere is rejected', async () => {
    const user = await api.createUser();
    await api.services.sessions.signOutEverywhere({ ...user, authenticationAgeSeconds: 0 });

    const result = await send({ token: user.accessToken, claims: decodeJwt(user.accessToken) });

    expect(result.statusCode).toBe(401);
  });

  test('is not confused with a concurrent one', async () => {
    const people = Array.from({ length: 20 }, (_, index) => (index % 2 === 0 ? ada : grace));

    const results = await Promise.all(
      people.map(({ accessToken }) => send({ token: accessToken, claims: decodeJwt(accessToken) })),
    );

    expect(results.map(({ body }) => JSON.parse(body).id)).toEqual(people.map(({ id }) => id));
  });

  test('can have a base64 body', async () => {
    const body = Buffer.from(JSON.stringify({ name: '写真.png', sizeBytes: 1, mediaType: 'image/png' }));
    const headers = { 'content-type': 'application/json', 'content-length': String(body.length) };
    const event = await create({
      token: ada.accessToken,
      claims: decodeJwt(ada.accessToken),
      headers,
    });
    const http = { method: 'POST', path: '/api/uploads', sourceIp: '192.0.2.1' };
    Object.assign(event, { body: body.toString('base64'), isBase64Encoded: true });
    Object.assign(event, { rawPath: http.path, path: http.path, httpMethod: http.method });
    Object.assign(event.requestContext, { http });

    const result = await handler(event);

    expect(result.statusCode).toBe(201);
  });
});

/** Returns whether a public route of the gateway matches. */
const isPublic = (route: string): boolean =>
  gatewayRoutes.some(({ method, path, scopes }) => {
    const prefix = `${method} ${path}`.replace('{proxy+}', '');
    return scopes === null && (path.includes('{') ? route.startsWith(prefix) : route === prefix);
  });

const mounted = (route: string): string =>
  /^GET \/(healthz|readyz)$/.test(route) ? route : route.replace(' /', ' /api/');

test('the public routes of the gateway are exactly the public operations of the API', async () => {
  // A route for all methods refuses those that no operation has.
  const routes = listRoutes(api.app)
    .filter((route) => !route.startsWith('ALL '))
    .map(mounted);
  const answeredToAnybody: string[] = [];
  for (const route of routes) {
    const [method = '', path = ''] = route.split(' ');
    const event = await readEvent('rest-api');
    Object.assign(event, { httpMethod: method, path: path.replace(/:\w+/g, ada.id) });
    const { statusCode } = await handler(event);
    if (statusCode !== 401) answeredToAnybody.push(route);
  }

  expect(answeredToAnybody.sort()).toEqual(routes.filter(isPublic).sort());
});
