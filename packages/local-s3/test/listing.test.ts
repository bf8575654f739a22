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

// In UTF-8 byte order. UTF-16 sorts U+1F389 before U+FFFD.
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
  test('sorts keys by UTF-8 bytes', async () => {
    expect(await list({})).toEqual({ keys, prefixes: [], count: keys.length, isTruncated: false });
  });

  test('returns size, ETag, date and checksum algorithm of an object', async () => {
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

  test('filters by prefix', async () => {
    expect((await list({ Prefix: 'a/' })).keys).toEqual(['a/1', 'a/2', 'a/b/3']);
    expect((await list({ Prefix: 'a%' })).keys).toEqual([]);
    expect((await list({ Prefix: '_' })).keys).toEqual([]);
  });

  test('groups keys by delimiter', async () => {
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

  test('starts after a key', async () => {
    expect((await list({ StartAfter: 'photos' })).keys).toEqual(['ü', '\ufffd', '🎉']);
    expect((await list({ StartAfter: 'a/11', Prefix: 'a/' })).keys).toEqual(['a/2', 'a/b/3']);
  });

  test.each([1, 2, 3, 7])('returns each key and prefix once in pages of %i', async (MaxKeys) => {
    const found: (string | undefined)[] = [];
    const pages = paginateListObjectsV2({ client: s3.client }, { Bucket: bucket, Delimiter: '/', MaxKeys });
    for await (const page of pages) {
      expect(page.KeyCount).toBeLessThanOrEqual(MaxKeys);
      for (const { Key } of page.Contents ?? []) found.push(Key);
      for (const { Prefix } of page.CommonPrefixes ?? []) found.push(Prefix);
    }

    expect(found.toSorted()).toEqual(['a', 'a/', 'b', 'c/', 'photos', 'ü', '\ufffd', '🎉'].toSorted());
  });

  test('returns nothing for MaxKeys 0', async () => {
    expect(await list({ MaxKeys: 0 })).toMatchObject({ keys: [], count: 0, isTruncated: false });
  });

  test('encodes keys for encoding-type=url', async () => {
    const page = await list({ EncodingType: 'url', Prefix: 'ü' });

    expect(page.keys).toEqual(['%C3%BC']);
  });

  test('encodes keys like form data, except slashes', async () => {
    const { Prefix } = await s3.client.send(
      new ListObjectsV2Command({ Bucket: bucket, EncodingType: 'url', Prefix: 'a b/test_file(3)+~*.png' }),
    );

    expect(Prefix).toBe('a+b/test_file%283%29%2B%7E*.png');
  });

  test('rejects an unknown token', async () => {
    await expect(list({ ContinuationToken: 'not base64url!' })).rejects.toMatchObject({
      name: 'InvalidArgument',
    });
  });
});
