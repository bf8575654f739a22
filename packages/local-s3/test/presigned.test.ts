import { DeleteObjectCommand, GetObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { readError } from './support/read-error.ts';
import { bucket, createClient, startTestS3 } from './support/start-test-s3.ts';

const startedAt = Date.now();
let clock = startedAt;
const s3 = await startTestS3({ now: () => new Date(clock) });
afterAll(() => s3.stop());
beforeEach(() => {
  clock = startedAt;
});

const address = { Bucket: bucket, Key: 'file.txt' };
const signGet = (more: object = {}) => s3.presign(new GetObjectCommand({ ...address, ...more }));
const change = (url: string, edit: (changed: URL) => void) => {
  const changed = new URL(url);
  edit(changed);
  return changed.href;
};
const setParameter = (name: string, value: string) => (url: URL) => url.searchParams.set(name, value);

const setPath = (path: string) => (url: URL) => {
  url.pathname = path;
};

const store = () => s3.client.send(new PutObjectCommand({ ...address, Body: 'content' }));
const stored = async () => (await s3.client.send(new GetObjectCommand(address))).Body?.transformToString();

describe('a presigned GET', () => {
  test('returns the object without credentials', async () => {
    await store();

    const response = await fetch(await signGet());

    expect(await response.text()).toBe('content');
  });

  test('expires', async () => {
    await store();
    const url = await signGet();

    clock = startedAt + 58_000;
    expect((await fetch(url)).status).toBe(200);
    clock = startedAt + 62_000;
    expect(await readError(await fetch(url))).toEqual({
      status: 403,
      code: 'AccessDenied',
      message: 'Request has expired',
    });
  });

  test('is not valid before it was signed', async () => {
    const url = await signGet();

    clock = startedAt - 3_600_000;

    expect(await readError(await fetch(url))).toMatchObject({ message: 'Request is not yet valid' });
  });

  test.each<[string, (url: URL) => void]>([
    ['a longer lifetime', setParameter('X-Amz-Expires', '600')],
    [
      'a later date',
      setParameter('X-Amz-Date', new Date(startedAt + 300_000).toISOString().replace(/[-:]|\.\d+/g, '')),
    ],
    ['another signature', setParameter('X-Amz-Signature', '0'.repeat(64))],
    ['a shortened signature', setParameter('X-Amz-Signature', 'abc')],
    ['fewer signed headers', setParameter('X-Amz-SignedHeaders', 'date')],
    ['another override', setParameter('response-content-type', 'text/html')],
    ['no override', (url) => url.searchParams.delete('response-content-type')],
    ['an additional override', (url) => url.searchParams.append('response-content-type', 'text/html')],
    ['another subresource', setParameter('uploadId', 'x')],
    ['another key', setPath(`/${bucket}/${address.Key}2`)],
    ['another bucket', setPath(`/other/${address.Key}`)],
    ['an equivalent path', setPath(`/${bucket}//${address.Key}`)],
  ])('is refused with %s', async (_, edit) => {
    await store();
    const url = await signGet({ ResponseContentType: 'text/plain' });
    expect((await fetch(url)).status).toBe(200);

    const response = await fetch(change(url, edit));

    expect(response.status).toBe(403);
  });

  test.each(['HEAD', 'PUT', 'DELETE', 'POST'])('does not allow %s', async (method) => {
    await store();

    expect((await fetch(await signGet(), { method })).status).toBe(403);
    expect(await stored()).toBe('content');
  });

  test('is rejected for an unknown access key', async () => {
    const stranger = createClient(s3.endpoint, {
      credentials: { accessKeyId: 'stranger', secretAccessKey: 'x' },
    });

    const url = await getSignedUrl(stranger, new GetObjectCommand(address));

    expect(await readError(await fetch(url))).toMatchObject({ status: 403, code: 'InvalidAccessKeyId' });
  });

  test('is rejected for another secret', async () => {
    const forger = createClient(s3.endpoint, {
      credentials: { accessKeyId: 'test-key', secretAccessKey: 'guess' },
    });

    const url = await getSignedUrl(forger, new GetObjectCommand(address));

    expect(await readError(await fetch(url))).toMatchObject({ status: 403, code: 'SignatureDoesNotMatch' });
  });

  test.each(['X-Amz-Algorithm', 'X-Amz-Credential', 'X-Amz-Date', 'X-Amz-Expires', 'X-Amz-SignedHeaders'])(
    'is malformed without %s',
    async (name) => {
      const url = change(await signGet(), (changed) => changed.searchParams.delete(name));

      expect(await readError(await fetch(url))).toMatchObject({
        status: 400,
        code: 'AuthorizationQueryParametersError',
      });
    },
  );

  test.each<[string, string]>([
    ['X-Amz-Expires', '604801'],
    ['X-Amz-Expires', '-1'],
    ['X-Amz-Expires', 'soon'],
    ['X-Amz-Date', 'yesterday'],
    ['X-Amz-Credential', 'test-key'],
    ['X-Amz-Algorithm', 'AWS4-HMAC-SHA1'],
  ])('is malformed with %s=%s', async (name, value) => {
    const url = change(await signGet(), setParameter(name, value));

    expect(await readError(await fetch(url))).toMatchObject({
      status: 400,
      code: 'AuthorizationQueryParametersError',
    });
  });

  test('is rejected for another region or service, with a session token and with a second signature', async () => {
    const url = await signGet();
    const scoped = (scope: string) =>
      change(url, (changed) => {
        const credential = changed.searchParams.get('X-Amz-Credential') ?? '';
        changed.searchParams.set('X-Amz-Credential', credential.replace('us-east-1/s3', scope));
      });

    expect(await readError(await fetch(scoped('eu-west-1/s3')))).toMatchObject({ status: 400 });
    expect(await readError(await fetch(scoped('us-east-1/ec2')))).toMatchObject({ status: 400 });
    expect(await readError(await fetch(`${url}&X-Amz-Security-Token=x`))).toMatchObject({
      code: 'InvalidToken',
    });
    expect(
      await readError(await fetch(url, { headers: { authorization: 'AWS4-HMAC-SHA256 …'.slice(0, 16) } })),
    ).toMatchObject({ code: 'InvalidArgument' });
  });

  test('rejects additional x-amz-* headers', async () => {
    const response = await fetch(await signGet(), { headers: { 'x-amz-checksum-mode': 'ENABLED' } });

    expect(await readError(response)).toMatchObject({
      status: 403,
      message: 'There were headers present in the request which were not signed',
    });
  });

  test('sets the signed response headers at every use', async () => {
    await store();
    const overrides = {
      ResponseContentDisposition: `attachment; filename="a.txt"; filename*=UTF-8''%F0%9F%8E%89.txt`,
      ResponseContentType: 'application/octet-stream',
      ResponseCacheControl: 'private, no-store',
      ResponseContentLanguage: 'de',
      ResponseContentEncoding: 'identity',
      ResponseExpires: new Date(0),
    };
    const url = await signGet(overrides);

    for (const response of [await fetch(url), await fetch(url)]) {
      expect(Object.fromEntries(response.headers)).toMatchObject({
        'content-disposition': overrides.ResponseContentDisposition,
        'content-type': 'application/octet-stream',
        'cache-control': 'private, no-store',
        'content-language': 'de',
        'content-encoding': 'identity',
        expires: 'Thu, 01 Jan 1970 00:00:00 GMT',
      });
    }
  });

  test.each(['a\r\nSet-Cookie: b=c', 'filename="🎉"', 'a\0b'])(
    'cannot set a header to %j',
    async (ResponseContentDisposition) => {
      await store();

      const response = await fetch(await signGet({ ResponseContentDisposition }));

      expect(await readError(response)).toMatchObject({ status: 400, code: 'InvalidArgument' });
    },
  );
});

test('a presigned DELETE deletes an object', async () => {
  await store();

  const response = await fetch(await s3.presign(new DeleteObjectCommand(address)), { method: 'DELETE' });

  expect(response.status).toBe(204);
  await expect(stored()).rejects.toMatchObject({ name: 'NoSuchKey' });
});

test.each(['GET', 'HEAD', 'PUT', 'DELETE', 'POST'])('an anonymous %s is denied', async (method) => {
  await store();

  for (const path of ['/', `/${bucket}`, `/${bucket}?list-type=2`, `/${bucket}/${address.Key}`]) {
    expect((await fetch(`${s3.endpoint}${path}`, { method })).status).toBe(403);
  }
  expect(await stored()).toBe('content');
});
