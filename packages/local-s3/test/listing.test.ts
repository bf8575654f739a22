import {
  ListObjectsV2Command,
  type ListObjectsV2CommandInput,
  PutObjectCommand,
  paginateListObjectsV2,
} from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bucket, startTestS3 } from './support/start-test-s3.ts';

const s3 = await startTestS3();
afterAll(() => s3.stop());

// In the byte order of UTF-8, in which U+FFFD comes before U+1F389 though UTF-16 has them the other way.
const keys = ['a', 'a/1', 'a/2', 'a/b/3', 'b', 'c/1', 'photos', 'ü', '\ufffd', '🎉'];

beforeAll(async () => {
  for (const Key of keys.toReversed()) {
    await s3.client.send(new PutObjectCommand({ Bucket: bucket, Key, Body: Key }));
  }
});

const list = async (input: Omit<ListObjectsV2CommandInput, 'Bucket'>) => {
  const page = await s3.client.send(new ListObjectsV2Command({ Bucket: bucket, ...input }));
  return {
    keys: page.Contents?.map(({ Key }) => Key) ?? [],
    prefixes: page.CommonPrefixes?.map(({ Prefix }) => Prefix) ?? [],
    count: page.KeyCount,
    isTruncated: page.IsTruncated,
  };
};

describe('ListObjectsV2', () => {
  test('lists all keys in the byte order of UTF-8', async () => {
    expect(await list({})).toEqual({ keys, prefixes: [], count: keys.length, isTruncated: false });
  });

  test('describes an object by size, ETag, date and checksum algorithm', async () => {
    const page = await s3.client.send(new ListObjectsV2Command({ Bucket: bucket, Prefix: 'a/1' }));

    expect(page.Contents).toMatchObject([
      {
        Key: 'a/1',
        Size: 3,
        ETag: expect.stringMatching(/^"[0-9a-f]{32}"$/),
        ChecksumAlgorithm: ['CRC32'],
        StorageClass: 'STANDARD',
      },
    ]);
    expect(page.Contents?.[0]?.LastModified).toBeInstanceOf(Date);
  });

  test('narrows by prefix', async () => {
    expect((await list({ Prefix: 'a/' })).keys).toEqual(['a/1', 'a/2', 'a/b/3']);
    expect((await list({ Prefix: 'a%' })).keys).toEqual([]);
    expect((await list({ Prefix: '_' })).keys).toEqual([]);
  });

  test('groups by delimiter', async () => {
    expect(await list({ Delimiter: '/' })).toMatchObject({
      keys: ['a', 'b', 'photos', 'ü', '\ufffd', '🎉'],
      prefixes: ['a/', 'c/'],
      count: 8,
    });
    expect(await list({ Delimiter: '/', Prefix: 'a/' })).toMatchObject({
      keys: ['a/1', 'a/2'],
      prefixes: ['a/b/'],
    });
  });

  test('starts behind a key', async () => {
    expect((await list({ StartAfter: 'photos' })).keys).toEqual(['ü', '\ufffd', '🎉']);
    expect((await list({ StartAfter: 'a/11', Prefix: 'a/' })).keys).toEqual(['a/2', 'a/b/3']);
  });

  test.each([1, 2, 3, 7])('gives every key and prefix once in pages of %i', async (MaxKeys) => {
    const found: (string | undefined)[] = [];
    const pages = paginateListObjectsV2({ client: s3.client }, { Bucket: bucket, Delimiter: '/', MaxKeys });
    for await (const page of pages) {
      expect(page.KeyCount).toBeLessThanOrEqual(MaxKeys);
      for (const { Key } of page.Contents ?? []) found.push(Key);
      for (const { Prefix } of page.CommonPrefixes ?? []) found.push(Prefix);
    }

    expect(found.toSorted()).toEqual(['a', 'a/', 'b', 'c/', 'photos', 'ü', '\ufffd', '🎉'].toSorted());
  });

  test('gives nothing for MaxKeys 0', async () => {
    expect(await list({ MaxKeys: 0 })).toMatchObject({ keys: [], count: 0, isTruncated: false });
  });

  test('encodes keys when asked to', async () => {
    const page = await list({ EncodingType: 'url', Prefix: 'ü' });

    expect(page.keys).toEqual(['%C3%BC']);
  });

  test('encodes like a form, and leaves slashes alone', async () => {
    const { Prefix } = await s3.client.send(
      new ListObjectsV2Command({ Bucket: bucket, EncodingType: 'url', Prefix: 'a b/test_file(3)+~*.png' }),
    );

    expect(Prefix).toBe('a+b/test_file%283%29%2B%7E*.png');
  });

  test('refuses a token that it did not issue', async () => {
    await expect(list({ ContinuationToken: 'not base64url!' })).rejects.toMatchObject({
      name: 'InvalidArgument',
    });
  });
});
