import { describe, expect, test } from 'vitest';
import { message, send, start } from './support/test-gateway.ts';
import { scope, sign, signIdToken } from './support/test-tokens.ts';

describe('an HTTP API', () => {
  test('creates an event of format 2.0 with claims as strings', async () => {
    const { events } = await start('http');

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

  test('encodes a binary body', async () => {
    const { events } = await start('http');
    const init = { method: 'POST', headers: { 'content-type': 'image/png' }, body: Buffer.from([1, 2, 255]) };

    await send('/api/public/x', undefined, init);

    expect(events[0]).toMatchObject({ body: 'AQL/', isBase64Encoded: true });
  });

  test('requires the client as audience, and returns 403 without the scope', async () => {
    const { events } = await start('http');

    const otherClient = await send('/api/me', await sign({ client_id: 'other' }));
    const unscoped = await send('/api/me', await sign({ scope: 'openid' }));
    const idToken = await send('/api/me', await signIdToken());

    expect(otherClient.headers.get('www-authenticate')).toContain('error="invalid_token"');
    expect(unscoped.headers.get('www-authenticate')).toContain('error="insufficient_scope"');
    expect([otherClient.status, unscoped.status, unscoped.text, idToken.status, events]).toEqual([
      401,
      403,
      message('Forbidden'),
      403,
      [],
    ]);
  });

  test('returns 404 for a path without a route', async () => {
    await start('http');

    expect(await send('/api')).toMatchObject({ status: 404, text: message('Not Found') });
    expect(await send('/other')).toMatchObject({ status: 404 });
    expect(await send('/api/public/x')).toMatchObject({ status: 401 });
  });
});
