import { errors } from 'jose';
import { describe, expect, test } from 'vitest';
import { message, send, start } from './support/test-gateway.ts';
import { issuer, now, sign } from './support/test-tokens.ts';

describe.each(['http', 'rest'] as const)('a gateway of type %s', (type) => {
  test.each([
    ['no token', () => undefined],
    ['text that is not a token', () => 'x'],
    ['an expired token', () => sign({ exp: now() - 1 })],
    ['a token of another pool', () => sign({ iss: `${issuer}X` })],
    ['a token issued in the future', () => sign({ iat: now() + 3600 })],
    ['a token that is not yet valid', () => sign({ nbf: now() + 3600 })],
  ])('returns 401 for %s and does not invoke the handler', async (_case, createToken) => {
    const { events } = await start(type);

    const { status, text } = await send('/api/me', await createToken());

    expect([status, text, events]).toEqual([401, message('Unauthorized'), []]);
  });

  test.each([
    ['times out', new errors.JWKSTimeout()],
    [
      'responds with an error',
      new errors.JOSEError('Expected 200 OK from the JSON Web Key Set HTTP response'),
    ],
    ['is unreachable', new TypeError('fetch failed')],
  ])('returns an error of its own, not 401, if the key set %s', async (_case, error) => {
    const { events } = await start(type, undefined, undefined, () => Promise.reject(error));

    const { status } = await send('/api/me', await sign());

    expect([status, events]).toEqual([type === 'http' ? 500 : 502, []]);
  });

  test('invokes the handler of a public route without a token', async () => {
    const { events } = await start(type);

    await send('/healthz');
    await send('/api/public/links/open', 'x', { method: 'POST', body: '{}' });

    expect(events.map(({ requestContext }) => requestContext?.authorizer ?? null)).toEqual([null, null]);
  });

  test('overwrites forged gateway headers', async () => {
    const { events } = await start(type);

    await send('/healthz', undefined, {
      headers: { 'x-amzn-trace-id': 'forged', 'x-forwarded-for': '1.2.3.4' },
    });

    const headers = JSON.stringify(events[0]?.headers);
    expect(headers).not.toContain('forged');
    expect(headers).toContain('1.2.3.4, 127.0.0.1');
  });

  test('accepts headers and parameters with the names of object properties', async () => {
    const { events } = await start(type);

    const { status } = await send('/healthz?constructor=1&__proto__=2', undefined, {
      headers: { tostring: '3', constructor: '4' },
    });

    expect(status).toBe(200);
    expect(events[0]?.headers).toMatchObject({ constructor: '4' });
    const values = events[0]?.queryStringParameters ?? {};
    expect(Object.entries(values)).toEqual([
      ['constructor', '1'],
      ['__proto__', '2'],
    ]);
  });

  test('stops waiting for a slow handler', async () => {
    await start(type, () => new Promise(() => undefined), 10);

    const { status, text } = await send('/healthz');

    expect([status, text]).toEqual(
      type === 'http' ? [503, message('Service Unavailable')] : [504, message('Endpoint request timed out')],
    );
  });

  test.each([
    ['throws', () => Promise.reject(new Error('secret'))],
    ['returns nothing', () => Promise.resolve()],
    ['returns an invalid status', () => Promise.resolve({ statusCode: 9999 })],
    [
      'returns an invalid header',
      () => Promise.resolve({ statusCode: 200, headers: { 'x-a': 'b\r\nc: d' } }),
    ],
    ['returns a body that is not a string', () => Promise.resolve({ statusCode: 200, body: {} })],
    ['returns more than 6 MB', () => Promise.resolve({ statusCode: 200, body: 'a'.repeat(7e6) })],
  ])('returns a fixed message for a handler that %s', async (_case, handler) => {
    await start(type, handler);

    const { status, text } = await send('/healthz');

    expect([status, text]).toEqual(
      type === 'http' ? [500, message('Internal Server Error')] : [502, message('Internal server error')],
    );
  });

  test('rejects a request whose event exceeds 6 MB', async () => {
    const { events } = await start(type);

    const { status } = await send('/api/public/x', undefined, { method: 'POST', body: 'a'.repeat(7e6) });

    expect([status, events]).toEqual([413, []]);
  });

  test('sends several cookies and decodes base64', async () => {
    const cookies = ['a=1', 'b=2'];
    const several = type === 'http' ? { cookies } : { multiValueHeaders: { 'Set-Cookie': cookies } };
    const body = Buffer.from([0, 255]).toString('base64');
    const { endpoint } = await start(type, async () => ({
      statusCode: 201,
      body,
      isBase64Encoded: true,
      ...several,
    }));

    const response = await fetch(`${endpoint}/healthz`);

    expect(response.headers.getSetCookie()).toEqual(cookies);
    expect(Buffer.from(await response.arrayBuffer())).toEqual(Buffer.from([0, 255]));
  });
});
