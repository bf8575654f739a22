import { readdir } from 'node:fs/promises';
import {
  DeleteObjectCommand,
  DeleteObjectsCommand,
  GetObjectCommand,
  PutObjectCommand,
} from '@aws-sdk/client-s3';
import { afterAll, describe, expect, test } from 'vitest';
import { objectCalls } from './support/object-calls.ts';
import { bucket, startTestS3 } from './support/start-test-s3.ts';

const s3 = await startTestS3();
afterAll(() => s3.stop());

const { put, get, head, read } = objectCalls(s3);

const missing = { name: 'NoSuchKey', $metadata: { httpStatusCode: 404 } };

describe('an object', () => {
  test('is returned byte for byte, with the MD5 of its bytes as ETag', async () => {
    const bytes = Buffer.from(Array.from({ length: 300_000 }, (_, index) => (index * 31) % 256));

    const { ETag } = await put('bytes', bytes);

    const object = await get('bytes');
    expect(Buffer.from((await object.Body?.transformToByteArray()) ?? []).equals(bytes)).toBe(true);
    expect(object).toMatchObject({ ETag, ContentLength: 300_000, AcceptRanges: 'bytes' });
  });

  test('may be empty', async () => {
    await put('empty', '');

    expect(await read('empty')).toBe('');
    expect(await head('empty')).toMatchObject({
      ContentLength: 0,
      ETag: '"d41d8cd98f00b204e9800998ecf8427e"',
    });
  });

  test('keeps its headers and metadata', async () => {
    const described = {
      ContentType: 'text/plain; charset=utf-8',
      CacheControl: 'no-store',
      ContentDisposition: 'attachment; filename="a.txt"',
      ContentEncoding: 'gzip',
      ContentLanguage: 'en',
      Metadata: { owner: 'someone', empty: '' },
    };

    await put('described', 'text', described);

    expect(await head('described')).toMatchObject(described);
    expect(await get('described')).toMatchObject(described);
  });

  test('without Content-Type is binary/octet-stream', async () => {
    const url = await s3.presign(new PutObjectCommand({ Bucket: bucket, Key: 'untyped' }));

    await fetch(url, { method: 'PUT', body: new Uint8Array(3) });

    expect(await head('untyped')).toMatchObject({ ContentType: 'binary/octet-stream' });
  });

  test.each([
    'a/b/c',
    'with space + plus & ampersand',
    "!'()*~",
    'ünïcödé/写真/🎉.png',
    '%2F%20',
    'a//b',
    '../../etc/passwd',
    './.',
    'trailing/',
    '?query#fragment',
    '<xml>&amp;"',
    '__proto__',
    'x'.repeat(1024),
  ])('may have the key %j', async (key) => {
    await put(key, key);

    expect(await read(key)).toBe(key);
    await s3.client.send(new DeleteObjectsCommand({ Bucket: bucket, Delete: { Objects: [{ Key: key }] } }));
    await expect(get(key)).rejects.toMatchObject(missing);
  });

  test('has a key of at most 1024 bytes', async () => {
    await expect(put('é'.repeat(513), 'x')).rejects.toMatchObject({ name: 'KeyTooLongError' });
  });

  test('has at most 2 KiB of metadata', async () => {
    await expect(put('meta', 'x', { Metadata: { big: 'x'.repeat(2046) } })).rejects.toMatchObject({
      name: 'MetadataTooLarge',
    });
  });

  test('is replaced completely', async () => {
    await put('replaced', 'old and longer', { Metadata: { version: 'old' } });
    await put('replaced', 'new');

    expect(await read('replaced')).toBe('new');
    expect((await head('replaced')).Metadata).toEqual({});
  });

  test('that is missing is NoSuchKey, and NoSuchBucket in a missing bucket', async () => {
    await expect(get('nothing')).rejects.toMatchObject(missing);
    await expect(head('nothing')).rejects.toMatchObject({ $metadata: { httpStatusCode: 404 } });
    await expect(
      s3.client.send(new GetObjectCommand({ Bucket: 'no-bucket', Key: 'x' })),
    ).rejects.toMatchObject({ name: 'NoSuchBucket' });
  });

  test('is rejected if encryption, lock or tags are requested', async () => {
    for (const feature of [
      { ServerSideEncryption: 'aws:kms' },
      { Tagging: 'a=b' },
      { ACL: 'public-read' },
      { StorageClass: 'GLACIER' },
      { ObjectLockMode: 'GOVERNANCE' },
    ]) {
      await expect(put('feature', 'x', feature)).rejects.toMatchObject({ name: 'NotImplemented' });
    }
    await put('feature', 'x', { ServerSideEncryption: 'AES256' });
  });
});

describe('an object that is being read', () => {
  const bytes = Buffer.alloc(32 * 1024 ** 2, 'x');
  const blobs = () => readdir(`${s3.dataDirectory}/blobs`);

  test('stays on disk until the reader ends, even if it is replaced or deleted', async () => {
    await put('busy', bytes);
    const others = (await blobs()).length - 1;
    const response = await fetch(await s3.presign(new GetObjectCommand({ Bucket: bucket, Key: 'busy' })));

    await put('busy', 'new');
    await s3.client.send(new DeleteObjectCommand({ Bucket: bucket, Key: 'busy' }));

    expect(await blobs()).toHaveLength(others + 1);
    expect(Buffer.from(await response.arrayBuffer()).equals(bytes)).toBe(true);
    await expect.poll(blobs).toHaveLength(others);
  });

  test('can be deleted after the client disconnects, which is not an internal error', async () => {
    await put('busy', bytes);
    const others = (await blobs()).length - 1;
    const leave = new AbortController();
    const url = await s3.presign(new GetObjectCommand({ Bucket: bucket, Key: 'busy' }));
    await fetch(url, { signal: leave.signal });

    leave.abort();
    await s3.client.send(new DeleteObjectCommand({ Bucket: bucket, Key: 'busy' }));

    await expect.poll(blobs).toHaveLength(others);
    expect(s3.internalErrors).toEqual([]);
  });
});

describe('a range', () => {
  test.each([
    ['bytes=0-3', '0123', 'bytes 0-3/10'],
    ['bytes=4-', '456789', 'bytes 4-9/10'],
    ['bytes=-3', '789', 'bytes 7-9/10'],
    ['bytes=-99', '0123456789', 'bytes 0-9/10'],
    ['bytes=8-99', '89', 'bytes 8-9/10'],
  ])('%s returns %j', async (Range, text, ContentRange) => {
    await put('digits', '0123456789');

    const object = await get('digits', { Range });

    expect(object).toMatchObject({ ContentRange, $metadata: { httpStatusCode: 206 } });
    expect(await object.Body?.transformToString()).toBe(text);
    expect(await head('digits', { Range })).toMatchObject({ ContentLength: text.length });
  });

  test.each(['bytes=10-', 'bytes=99-100', 'bytes=-0'])('%s is not satisfiable', async (Range) => {
    await put('digits', '0123456789');

    await expect(get('digits', { Range })).rejects.toMatchObject({
      name: 'InvalidRange',
      $metadata: { httpStatusCode: 416 },
    });
  });

  test.each(['bytes=5-2', 'bytes=a-b', 'items=0-1', 'bytes=0-1,3-4'])('%s is ignored', async (Range) => {
    await put('digits', '0123456789');

    expect(await read('digits', { Range })).toBe('0123456789');
  });

  test('of an object that changed returns the whole object', async () => {
    const { ETag } = await put('resumed', '0123456789');
    const url = await s3.presign(new GetObjectCommand({ Bucket: bucket, Key: 'resumed' }));
    const resume = (tag: string) => fetch(url, { headers: { range: 'bytes=8-', 'if-range': tag } });

    expect(await (await resume(ETag ?? '')).text()).toBe('89');
    expect(await (await resume('"other"')).text()).toBe('0123456789');
  });
});
