import { CopyObjectCommand, DeleteObjectCommand, DeleteObjectsCommand } from '@aws-sdk/client-s3';
import { afterAll, describe, expect, test } from 'vitest';
import { objectCalls } from './support/object-calls.ts';
import { bucket, startTestS3 } from './support/start-test-s3.ts';

const s3 = await startTestS3();
afterAll(() => s3.stop());

const { put, get, head, read } = objectCalls(s3);

const missing = { name: 'NoSuchKey', $metadata: { httpStatusCode: 404 } };

describe('DeleteObject', () => {
  test('removes an object and is idempotent', async () => {
    await put('gone', 'x');
    const remove = () => s3.client.send(new DeleteObjectCommand({ Bucket: bucket, Key: 'gone' }));

    expect(await remove()).toMatchObject({ $metadata: { httpStatusCode: 204 } });
    expect(await remove()).toMatchObject({ $metadata: { httpStatusCode: 204 } });
    await expect(get('gone')).rejects.toMatchObject(missing);
  });

  test('of several keys lists each of them, unless it is quiet', async () => {
    await put('one', '1');
    const remove = (Quiet: boolean) =>
      s3.client.send(
        new DeleteObjectsCommand({
          Bucket: bucket,
          Delete: { Objects: [{ Key: 'one' }, { Key: 'never there' }], Quiet },
        }),
      );

    expect((await remove(false)).Deleted).toEqual([{ Key: 'one' }, { Key: 'never there' }]);
    expect((await remove(true)).Deleted).toBeUndefined();
    await expect(get('one')).rejects.toMatchObject(missing);
  });

  test('of several keys keeps objects with another ETag', async () => {
    const { ETag } = await put('expected', 'x');
    await put('changed', 'x');
    const Objects = [
      { Key: 'expected', ETag },
      { Key: 'changed', ETag: '"of another content"' },
      { Key: 'never there', ETag },
    ];

    const result = await s3.client.send(new DeleteObjectsCommand({ Bucket: bucket, Delete: { Objects } }));

    expect(result.Deleted).toEqual([{ Key: 'expected' }]);
    expect(result.Errors).toMatchObject([
      { Key: 'changed', Code: 'PreconditionFailed' },
      { Key: 'never there', Code: 'NoSuchKey' },
    ]);
    await expect(get('expected')).rejects.toMatchObject(missing);
    expect(await read('changed')).toBe('x');
  });

  test('rejects the conditions of directory buckets', async () => {
    await put('conditional', 'x');
    const notImplemented = { name: 'NotImplemented', $metadata: { httpStatusCode: 501 } };
    const one = { Bucket: bucket, Key: 'conditional' };
    const many = { Bucket: bucket, Delete: { Objects: [{ Key: 'conditional', Size: 2 }] } };

    await expect(s3.client.send(new DeleteObjectCommand({ ...one, IfMatchSize: 2 }))).rejects.toMatchObject(
      notImplemented,
    );
    await expect(s3.client.send(new DeleteObjectsCommand(many))).rejects.toMatchObject(notImplemented);
    expect(await read('conditional')).toBe('x');
  });

  test('of several keys accepts at most 1000', async () => {
    const remove = (count: number) =>
      s3.client.send(
        new DeleteObjectsCommand({
          Bucket: bucket,
          Delete: { Objects: Array.from({ length: count }, (_, index) => ({ Key: `k${index}` })) },
        }),
      );

    expect((await remove(1000)).Deleted).toHaveLength(1000);
    await expect(remove(1001)).rejects.toMatchObject({ name: 'MalformedXML' });
  });
});

describe('CopyObject', () => {
  const copy = (CopySource: string, Key: string, more: object = {}) =>
    s3.client.send(new CopyObjectCommand({ Bucket: bucket, CopySource, Key, ...more }));

  test('copies bytes, headers and metadata', async () => {
    await put('source ü+', 'bytes', { ContentType: 'text/x', Metadata: { a: 'b' } });

    await copy(`${bucket}/${encodeURIComponent('source ü+')}`, 'copy');

    expect(await read('copy')).toBe('bytes');
    expect(await head('copy')).toMatchObject({ ContentType: 'text/x', Metadata: { a: 'b' } });
  });

  test('replaces headers and metadata with REPLACE, also when source and target are the same', async () => {
    await put('self', 'bytes', { Metadata: { a: 'b' } });
    const replace = { MetadataDirective: 'REPLACE', ContentType: 'text/y', Metadata: { c: 'd' } };

    await expect(copy(`/${bucket}/self`, 'self')).rejects.toMatchObject({ name: 'InvalidRequest' });
    await copy(`/${bucket}/self`, 'self', replace);

    expect(await read('self')).toBe('bytes');
    expect(await head('self')).toMatchObject({ ContentType: 'text/y', Metadata: { c: 'd' } });
  });

  test('copies only a source that meets the conditions', async () => {
    const { ETag } = await put('wanted', 'x');

    await copy(`${bucket}/wanted`, 'unwanted', { CopySourceIfMatch: ETag });
    for (const condition of [{ CopySourceIfMatch: '"other"' }, { CopySourceIfNoneMatch: ETag }]) {
      await expect(copy(`${bucket}/wanted`, 'never', condition)).rejects.toMatchObject({
        name: 'PreconditionFailed',
      });
    }
    await expect(get('never')).rejects.toMatchObject(missing);
  });

  test.each([
    [`${bucket}/nothing`, 'NoSuchKey'],
    ['no-bucket/x', 'NoSuchBucket'],
    ['nonsense', 'InvalidArgument'],
    [`${bucket}/%ff`, 'InvalidArgument'],
    [`${bucket}/x?versionId=1`, 'NotImplemented'],
  ])('from %j fails as %s', async (source, name) => {
    await expect(copy(source, 'copy')).rejects.toMatchObject({ name });
  });
});
