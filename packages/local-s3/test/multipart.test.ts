import { createHash } from 'node:crypto';
import {
  HeadObjectCommand,
  ListMultipartUploadsCommand,
  type ListMultipartUploadsCommandOutput,
  PutObjectCommand,
} from '@aws-sdk/client-s3';
import { afterAll, describe, expect, test } from 'vitest';
import { multipartCalls } from './support/multipart-calls.ts';
import { objectCalls } from './support/object-calls.ts';
import { bucket, startTestS3 } from './support/start-test-s3.ts';

const s3 = await startTestS3();
afterAll(() => s3.stop());

const mebibyte = 1024 ** 2;
const first = Buffer.alloc(5 * mebibyte, 'a');
const last = Buffer.from('the end');

const create = multipartCalls(s3);
const { read } = objectCalls(s3);

const md5 = (data: Buffer | string) => createHash('md5').update(data);

describe('a multipart upload', () => {
  test('becomes one object, whose ETag is the MD5 of the MD5s of its parts and their number', async () => {
    const upload = await create('whole', { ContentType: 'text/plain', Metadata: { a: 'b' } });
    const parts = [await upload.upload(1, first), await upload.upload(2, last)];

    const completed = await upload.complete(parts);

    const digests = Buffer.concat([md5(first).digest(), md5(last).digest()]);
    expect(completed).toMatchObject({
      Bucket: bucket,
      Key: 'whole',
      Location: `${s3.endpoint}/${bucket}/whole`,
      ETag: `"${md5(digests).digest('hex')}-2"`,
    });
    expect(await read('whole')).toBe(Buffer.concat([first, last]).toString());
    expect(await s3.client.send(new HeadObjectCommand({ Bucket: bucket, Key: 'whole' }))).toMatchObject({
      ETag: completed.ETag,
      ContentLength: first.length + last.length,
      ContentType: 'text/plain',
      Metadata: { a: 'b' },
    });
  });

  test('is readable by ranges across its parts', async () => {
    const upload = await create('ranges');
    await upload.complete([await upload.upload(1, first), await upload.upload(2, last)]);

    expect(await read('ranges', { Range: `bytes=${first.length - 2}-${first.length + 2}` })).toBe('aathe');
    expect(await read('ranges', { Range: 'bytes=-3' })).toBe('end');
    expect(await read('ranges', { Range: 'bytes=0-0' })).toBe('a');
  });

  test('accepts parts concurrently in any order and keeps the last of each number', async () => {
    const upload = await create('any-order');
    await upload.upload(7, Buffer.from('replaced'));
    const [seventh, third] = await Promise.all([upload.upload(7, last), upload.upload(3, first)]);
    await upload.upload(9, Buffer.from('not listed at the end'));

    await upload.complete([third, seventh]);

    expect(await read('any-order')).toBe(Buffer.concat([first, last]).toString());
  });

  test('may have a single part, even an empty one', async () => {
    const upload = await create('empty-part');
    const part = await upload.upload(1, Buffer.alloc(0));

    expect((await upload.complete([part])).ETag).toMatch(/-1"$/);
    expect(await read('empty-part')).toBe('');
  });

  test('keeps the old object until it is completed', async () => {
    await s3.client.send(new PutObjectCommand({ Bucket: bucket, Key: 'replaced', Body: 'old' }));
    const upload = await create('replaced');
    const part = await upload.upload(1, last);

    expect(await read('replaced')).toBe('old');
    await upload.complete([part]);
    expect(await read('replaced')).toBe('the end');
  });

  test.each([0, 10_001])('rejects the part number %i', async (number) => {
    const upload = await create('numbers');

    await expect(upload.upload(number, last)).rejects.toMatchObject({ name: 'InvalidArgument' });
  });

  test('accepts the part number 10,000', async () => {
    const upload = await create('numbers');

    await upload.complete([await upload.upload(10_000, last)]);

    expect(await read('numbers')).toBe('the end');
  });

  test('can list 10,000 parts to complete', async () => {
    const upload = await create('long-list');
    const { ETag } = await upload.upload(1, last);
    const list = Array.from({ length: 10_000 }, (_, index) => ({ PartNumber: index + 1, ETag }));

    await expect(upload.complete(list)).rejects.toMatchObject({ name: 'InvalidPart' });
  });
});

describe('ListParts', () => {
  test('returns number, size, ETag and checksum of each part', async () => {
    const upload = await create('listed', { ChecksumAlgorithm: 'SHA256' });
    const { ETag } = await upload.upload(2, last, { ChecksumAlgorithm: 'SHA256' });

    const { Parts, ChecksumAlgorithm, ChecksumType, IsTruncated } = await upload.list();

    expect({ ChecksumAlgorithm, ChecksumType, IsTruncated }).toEqual({
      ChecksumAlgorithm: 'SHA256',
      ChecksumType: 'COMPOSITE',
      IsTruncated: false,
    });
    expect(Parts).toEqual([
      {
        PartNumber: 2,
        Size: last.length,
        ETag,
        ChecksumSHA256: createHash('sha256').update(last).digest('base64'),
        LastModified: expect.any(Date),
      },
    ]);
  });

  test('returns pages', async () => {
    const upload = await create('pages');
    for (const number of [5, 1, 3]) await upload.upload(number, last);

    const page = await upload.list({ MaxParts: 2 });
    const rest = await upload.list({ MaxParts: 2, PartNumberMarker: page.NextPartNumberMarker });

    expect(page.Parts?.map(({ PartNumber }) => PartNumber)).toEqual([1, 3]);
    expect(page).toMatchObject({ IsTruncated: true, NextPartNumberMarker: '3', MaxParts: 2 });
    expect(rest.Parts?.map(({ PartNumber }) => PartNumber)).toEqual([5]);
    expect(rest.IsTruncated).toBe(false);
  });
});

test('ListMultipartUploads returns pages of open uploads, sorted by key and time', async () => {
  const open = [await create('mpu/a'), await create('mpu/a'), await create('mpu/b')];
  const aborted = await create('mpu/c');
  await aborted.abort();
  const expected = open.map(({ address }) => [address.Key, address.UploadId]);

  for (const MaxUploads of [1, 2, 10]) {
    const found: unknown[] = [];
    let markers: { KeyMarker?: string | undefined; UploadIdMarker?: string | undefined } | undefined = {};
    while (markers) {
      const page: ListMultipartUploadsCommandOutput = await s3.client.send(
        new ListMultipartUploadsCommand({ Bucket: bucket, Prefix: 'mpu/', MaxUploads, ...markers }),
      );
      for (const { Key, UploadId } of page.Uploads ?? []) found.push([Key, UploadId]);
      const { NextKeyMarker: KeyMarker, NextUploadIdMarker: UploadIdMarker } = page;
      markers = page.IsTruncated ? { KeyMarker, UploadIdMarker } : undefined;
    }
    expect(found.toSorted()).toEqual(expected.toSorted());
  }
  const behind = await s3.client.send(
    new ListMultipartUploadsCommand({ Bucket: bucket, Prefix: 'mpu/', KeyMarker: 'mpu/a' }),
  );
  expect(behind.Uploads?.map(({ Key }) => Key)).toEqual(['mpu/b']);
});
