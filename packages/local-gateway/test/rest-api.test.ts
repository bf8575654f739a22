import { once } from 'node:events';
import { request } from 'node:http';
import { describe, expect, test } from 'vitest';
import { message, send, start } from './support/test-gateway.ts';
import { sign, signIdToken } from './support/test-tokens.ts';

describe('a REST API', () => {
  test('creates an event of format 1.0 with exp and iat as dates', async () => {
    const { events, endpoint } = await start('rest');
    const sent = request(`${endpoint}/api/items?type=a&type=b%20c`, {
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

  test('accepts an access token of any client with the scope, and returns 401 for other tokens', async () => {
    await start('rest');

    expect((await send('/api/me', await sign({ client_id: 'other' }))).status).toBe(200);
    expect((await send('/api/me', await sign({ scope: 'openid' }))).status).toBe(401);
    expect((await send('/api/me', await signIdToken())).status).toBe(401);
  });

  test('accepts only ID tokens for a route without scopes', async () => {
    await start('rest');

    expect((await send('/unscoped', await signIdToken())).status).toBe(200);
    expect((await send('/unscoped', await sign())).status).toBe(401);
  });

  test('selects one resource for a path, and renames WWW-Authenticate', async () => {
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
