import { createHash } from 'node:crypto';
import { GetObjectCommand, HeadObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { readError } from './support/read-error.ts';
import { bucket, startTestS3 } from './support/start-test-s3.ts';

const startedAt = Date.now();
let clock = startedAt;
const s3 = await startTestS3({ now: () => new Date(clock) });
afterAll(() => s3.stop());
beforeEach(() => {
  clock = startedAt;
});

const address = { Bucket: bucket, Key: 'file.txt' };

const store = () => s3.client.send(new PutObjectCommand({ ...address, Body: 'content' }));
const stored = async () => (await s3.client.send(new GetObjectCommand(address))).Body?.transformToString();

describe('a presigned PUT', () => {
  const body = 'hello';
  const sha256 = createHash('sha256').update(body).digest('base64');
  const signPut = () =>
    s3.presign(
      new PutObjectCommand({
        ...address,
        ContentLength: body.length,
        ContentType: 'text/plain',
        ChecksumSHA256: sha256,
      }),
      {
        signableHeaders: new Set(['host', 'content-length', 'content-type', 'x-amz-checksum-sha256']),
        unhoistableHeaders: new Set(['x-amz-checksum-sha256']),
      },
    );
  const headers = { 'content-type': 'text/plain', 'x-amz-checksum-sha256': sha256 };
  const put = async (more: RequestInit) => fetch(await signPut(), { method: 'PUT', headers, body, ...more });

  test('stores exactly the signed bytes', async () => {
    const response = await put({});

    expect(response.status).toBe(200);
    expect(response.headers.get('etag')).toBe(`"${createHash('md5').update(body).digest('hex')}"`);
    expect(await stored()).toBe(body);
    expect(
      await s3.client.send(new HeadObjectCommand({ ...address, ChecksumMode: 'ENABLED' })),
    ).toMatchObject({
      ContentType: 'text/plain',
      ChecksumSHA256: sha256,
      ChecksumType: 'FULL_OBJECT',
    });
  });

  test.each<[string, RequestInit, string]>([
    ['a longer body', { body: 'hello!' }, 'SignatureDoesNotMatch'],
    ['a shorter body', { body: 'hell' }, 'SignatureDoesNotMatch'],
    ['another body of the same length', { body: 'hullo' }, 'BadDigest'],
    ['another type', { headers: { ...headers, 'content-type': 'text/html' } }, 'SignatureDoesNotMatch'],
    ['no type', { headers: { 'x-amz-checksum-sha256': sha256 } }, 'SignatureDoesNotMatch'],
    ['no checksum', { headers: { 'content-type': 'text/plain' } }, 'SignatureDoesNotMatch'],
    [
      'another checksum',
      {
        headers: {
          ...headers,
          'x-amz-checksum-sha256': createHash('sha256').update('hullo').digest('base64'),
        },
      },
      'SignatureDoesNotMatch',
    ],
    ['unsigned metadata', { headers: { ...headers, 'x-amz-meta-a': 'b' } }, 'AccessDenied'],
    ['an unsigned ACL', { headers: { ...headers, 'x-amz-acl': 'public-read' } }, 'AccessDenied'],
    ['an unsigned copy source', { headers: { ...headers, 'x-amz-copy-source': 'a/b' } }, 'AccessDenied'],
  ])('refuses %s, and changes nothing', async (_, request, code) => {
    await store();

    expect(await readError(await put(request))).toMatchObject({ code });
    expect(await stored()).toBe('content');
  });

  test('rejects a streamed body in place of the signed length', async () => {
    await store();
    const stream = new Blob([body]).stream();

    const response = await put({ body: stream, duplex: 'half' } as RequestInit);

    expect(await readError(response)).toMatchObject({ status: 403, code: 'SignatureDoesNotMatch' });
    expect(await stored()).toBe('content');
  });

  test('without a length is rejected', async () => {
    const url = await s3.presign(new PutObjectCommand(address));

    const response = await fetch(url, {
      method: 'PUT',
      body: new Blob([body]).stream(),
      duplex: 'half',
    } as RequestInit);

    expect(await readError(response)).toMatchObject({ status: 411, code: 'MissingContentLength' });
  });
});
