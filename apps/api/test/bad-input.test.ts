import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { apiSecurityHeaders } from '../../../infra/constructs/web/security-headers.ts';
import { unroutedAnswer } from './support/front-answers.ts';
import { startTestApi, type TestApi } from './support/start-test-api.ts';
import type { TestUser } from './support/test-users.ts';
import { uploadFile } from './support/upload-file.ts';

let api: TestApi;
let ada: TestUser;
let itemId: string;

beforeAll(async () => {
  api = await startTestApi();
  ada = await api.createUser();
  itemId = (await uploadFile(ada)).id;
});

afterAll(() => api.close());

const post = (body: string, contentType = 'application/json') =>
  ada.request('startUpload').set('Content-Type', contentType).send(body);

const file = { name: 'a.txt', sizeBytes: 5, mediaType: 'text/plain' };

describe('a body', () => {
  test.each(['{', '[1,', '{"name":}', 'null', '"text"', '{"a":1}}'])('of %j is rejected', async (body) => {
    const response = await post(body).expect(400);

    expect(response.body.code).toMatch(/^invalid_(json|request)$/);
    expect(response.type).toBe('application/problem+json');
  });

  test.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data', 'application/xml'])(
    'of type %s is rejected',
    async (contentType) => {
      const response = await post(JSON.stringify(file), contentType).expect(415);

      expect(response.body.code).toBe('unsupported_media_type');
    },
  );

  test('over 100 kB is too large', async () => {
    const response = await post(JSON.stringify({ ...file, name: 'a'.repeat(110_000) })).expect(413);

    expect(response.body.code).toBe('payload_too_large');
  });

  test('with thousands of unknown fields is rejected with a short response', async () => {
    const unknown = Object.fromEntries(Array.from({ length: 10_000 }, (_, index) => [`x${index}`, 1]));
    const response = await post(JSON.stringify({ ...file, ...unknown })).expect(400);

    expect(response.body.errors[0]).toEqual({ path: 'x0', message: 'This field is not known.' });
    expect(response.text.length).toBeLessThan(10_000);
  });

  test('that is compressed is rejected, so that it cannot expand', async () => {
    await ada.request('startUpload').set('Content-Encoding', 'gzip').send(file).expect(415);
  });

  test.each([
    'id',
    'ownerId',
    'objectKey',
    'checksum',
    'state',
    'createdAt',
    'trashedAt',
    'usedBytes',
    '__proto__',
    'constructor',
  ])('with the field %s is refused, and nothing is changed', async (field) => {
    const before = (await ada.call('getMe')).body;
    const body = JSON.stringify(file).replace('{', `{"${field}":"x",`);

    const response = await post(body);

    expect(response.status).toBe(400);
    expect(response.body.errors).toEqual([{ path: field, message: 'This field is not known.' }]);
    expect((await ada.call('getMe')).body).toEqual(before);
  });
});

describe('a new file', () => {
  test.each([
    ['name', ''],
    ['name', '../../etc/passwd'],
    ['name', 'a\\b'],
    ['name', 'a\u0000b'],
    ['name', 'a\r\nb'],
    ['name', 'invoice\u202Efdp.exe'],
    ['name', 'a'.repeat(256)],
    ['name', null],
    ['name', { toString: 'x' }],
    ['sizeBytes', -1],
    ['sizeBytes', 1.5],
    ['sizeBytes', '5'],
    ['sizeBytes', 2 ** 53],
    ['sizeBytes', 5 * 1024 ** 4 + 1],
  ])('with %s %j is refused in that field', async (field, value) => {
    const response = await ada.call('startUpload', { body: { ...file, [field]: value } }).expect(400);

    expect(response.body.errors[0].path).toBe(field);
    expect(response.body.errors[0].message).not.toBe('');
  });

  test.each(['photo 🎉.jpg', '写真.png', 'a%2Fb', "Robert'); DROP TABLE items;--"])(
    'can have the name %j',
    async (name) => {
      expect((await uploadFile(ada, { name })).name).toBe(name);
    },
  );

  test('with a false media type is stored as application/octet-stream', async () => {
    expect((await uploadFile(ada, { mediaType: 'not a type' })).mediaType).toBe('application/octet-stream');
  });

  test('that exceeds the quota is rejected before a byte is sent', async () => {
    const response = await ada
      .call('startUpload', { body: { ...file, sizeBytes: 2 * 1024 ** 3 } })
      .expect(409);

    expect(response.body.code).toBe('quota_exceeded');
  });
});

describe('a path', () => {
  test('with an unknown id returns the same 404 as for another user’s file', async () => {
    const stranger = await api.createUser();
    const paths = [
      itemId,
      '00000000-0000-7000-8000-000000000000',
      'x',
      '1;drop',
      '%E0%A4%A',
      '..%2f..%2fetc',
    ];

    const bodies = new Set<string>();
    for (const path of paths) {
      const response = await stranger.agent.get(`/api/items/${path}`).expect(404);
      const { requestId, ...problem } = response.body;
      bodies.add(JSON.stringify(problem));
    }

    expect(bodies.size).toBe(1);
  });

  test('without a route returns a problem', async () => {
    const response = await ada.agent.get('/api/nothing').expect(404);
    expect(response.body).toMatchObject({ code: 'not_found', status: 404 });
    for (const path of ['/', '/nothing', '/etc/passwd', '/API/items']) {
      expect((await ada.agent.get(path)).body).toMatchObject(unroutedAnswer);
    }
  });

  test.each(['/api/me', '/api/items'])('like %s with another method returns a problem', async (path) => {
    const response = await ada.agent.put(path).set('Authorization', `Bearer ${ada.accessToken}`);

    expect(response.body).toMatchObject({ code: 'method_not_allowed', status: 405 });
  });

  test.each(['/api/Items', '/api/items/'])('like %s matches no route', async (path) => {
    await ada.agent.get(path).expect(404);
  });
});

describe('each response', () => {
  test.each([
    ['200', () => ada.call('getMe')],
    ['401', () => api.anonymous.call('getMe').set('Authorization', ada.accessToken)],
    ['404', () => ada.request('getItem', { itemId: 'x' })],
    ['413', () => post(' '.repeat(110_000))],
  ])('of status %s forbids to be kept, framed or sniffed and names no product', async (status, send) => {
    const response = await send();

    expect(String(response.status)).toBe(status);
    expect(response.headers).toMatchObject({
      'cache-control': 'no-store',
      'content-security-policy': expect.stringContaining("default-src 'none'"),
      'permissions-policy': apiSecurityHeaders['Permissions-Policy'],
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'strict-transport-security': expect.stringContaining('max-age='),
    });
    expect(response.headers).not.toHaveProperty('x-powered-by');
    expect(response.headers).not.toHaveProperty('access-control-allow-origin');
    expect(response.headers).not.toHaveProperty('set-cookie');
  });

  test('repeats the client’s request id only if it is safe', async () => {
    const send = (id: string) => api.anonymous.agent.get('/healthz').set('X-Request-Id', id);

    expect((await send('web-12345678')).headers['x-request-id']).toBe('web-12345678');
    for (const unsafe of ['short', 'a'.repeat(65), 'id with spaces', '{"level":60}']) {
      expect((await send(unsafe)).headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
    }
  });
});
