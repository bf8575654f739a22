import { createHash } from 'node:crypto';
import {
  type ChecksumAlgorithm,
  type CompletedPart,
  CompleteMultipartUploadCommand,
  CopyObjectCommand,
  CreateMultipartUploadCommand,
  GetObjectCommand,
  HeadObjectCommand,
  PutObjectCommand,
  UploadPartCommand,
} from '@aws-sdk/client-s3';
import { afterAll, describe, expect, test } from 'vitest';
import { bucket, startTestS3 } from './support/start-test-s3.ts';

const s3 = await startTestS3();
afterAll(() => s3.stop());

// Catalogues of CRC algorithms publish check values for this text.
const text = '123456789';
const known = {
  CRC32: 'y/Q5Jg==',
  CRC32C: '4waSgw==',
  CRC64NVME: 'rosUhgp5mIg=',
  SHA1: createHash('sha1').update(text).digest('base64'),
  SHA256: createHash('sha256').update(text).digest('base64'),
} as const;
const algorithms = Object.keys(known) as (keyof typeof known)[];

const head = (Key: string) =>
  s3.client.send(new HeadObjectCommand({ Bucket: bucket, Key, ChecksumMode: 'ENABLED' }));
const put = (Key: string, more: object) =>
  s3.client.send(new PutObjectCommand({ Bucket: bucket, Key, Body: text, ...more }));

describe.each(algorithms)('%s', (algorithm) => {
  const field = `Checksum${algorithm}` as const;
  const value = known[algorithm];
  const wrong = Buffer.alloc(Buffer.from(value, 'base64').length, 1).toString('base64');

  test('is computed by its standard, stored and returned', async () => {
    const expected = { [field]: value, ChecksumType: 'FULL_OBJECT' };

    expect(await put(algorithm, { [field]: value })).toMatchObject(expected);

    expect(await head(algorithm)).toMatchObject(expected);
    const object = await s3.client.send(
      new GetObjectCommand({ Bucket: bucket, Key: algorithm, ChecksumMode: 'ENABLED' }),
    );
    expect(object).toMatchObject(expected);
    expect(await object.Body?.transformToString()).toBe(text);
  });

  test('is returned only on request, and never for a range', async () => {
    await put(algorithm, { [field]: value });
    const ask = (more: object) =>
      s3.client.send(new HeadObjectCommand({ Bucket: bucket, Key: algorithm, ...more }));

    expect((await ask({}))[field]).toBeUndefined();
    expect((await ask({ ChecksumMode: 'ENABLED', Range: 'bytes=0-1' }))[field]).toBeUndefined();
  });

  test('fails with BadDigest and stores nothing if the bytes do not match', async () => {
    await expect(put(`wrong-${algorithm}`, { [field]: wrong })).rejects.toMatchObject({
      name: 'BadDigest',
      $metadata: { httpStatusCode: 400 },
    });
    await expect(head(`wrong-${algorithm}`)).rejects.toMatchObject({ name: 'NotFound' });
  });

  test.each(['AA==', 'no base64 !'])('is rejected in the form %j', async (malformed) => {
    await expect(put('malformed', { [field]: malformed })).rejects.toMatchObject({ name: 'InvalidRequest' });
  });

  test('is kept by a copy of the object', async () => {
    await put(algorithm, { [field]: value });

    const { CopyObjectResult } = await s3.client.send(
      new CopyObjectCommand({ Bucket: bucket, Key: 'copy', CopySource: `${bucket}/${algorithm}` }),
    );

    expect(CopyObjectResult).toMatchObject({ [field]: value, ChecksumType: 'FULL_OBJECT' });
  });
});

test('verifies Content-MD5', async () => {
  await put('md5', { ContentMD5: createHash('md5').update(text).digest('base64') });

  await expect(
    put('md5', { ContentMD5: createHash('md5').update('x').digest('base64') }),
  ).rejects.toMatchObject({ name: 'BadDigest' });
  await expect(put('md5', { ContentMD5: 'AA==' })).rejects.toMatchObject({ name: 'InvalidDigest' });
});

test('rejects more than one checksum', async () => {
  await expect(put('two', { ChecksumSHA1: known.SHA1, ChecksumSHA256: known.SHA256 })).rejects.toMatchObject({
    name: 'InvalidRequest',
  });
});

describe('the checksum of a multipart upload', () => {
  const bodies = [Buffer.alloc(5 * 1024 ** 2, 'x'), Buffer.from(text)];

  const create = async (more: object) => {
    const Key = 'multipart';
    const created = await s3.client.send(new CreateMultipartUploadCommand({ Bucket: bucket, Key, ...more }));
    return { Bucket: bucket, Key, UploadId: created.UploadId };
  };

  const uploadAll = async (more: { ChecksumAlgorithm: ChecksumAlgorithm; ChecksumType?: 'FULL_OBJECT' }) => {
    const address = await create(more);
    const Parts: CompletedPart[] = [];
    for (const [index, Body] of bodies.entries()) {
      const PartNumber = index + 1;
      const part = await s3.client.send(
        new UploadPartCommand({ ...address, PartNumber, Body, ChecksumAlgorithm: more.ChecksumAlgorithm }),
      );
      const field = `Checksum${more.ChecksumAlgorithm as keyof typeof known}` as const;
      Parts.push({ PartNumber, ETag: part.ETag, [field]: part[field] });
    }
    const complete = (options: object = {}, parts = Parts) =>
      s3.client.send(
        new CompleteMultipartUploadCommand({ ...address, MultipartUpload: { Parts: parts }, ...options }),
      );
    return { address, Parts, complete };
  };

  test.each(['SHA256', 'SHA1'] as const)('of %s covers the checksums of its parts', async (algorithm) => {
    const digest = (data: Buffer) => createHash(algorithm).update(data).digest();
    const expected = {
      [`Checksum${algorithm}`]: `${digest(Buffer.concat(bodies.map(digest))).toString('base64')}-2`,
      ChecksumType: 'COMPOSITE',
    };
    const { complete } = await uploadAll({ ChecksumAlgorithm: algorithm });

    expect(await complete()).toMatchObject(expected);
    expect(await head('multipart')).toMatchObject(expected);
  });

  test.each(['CRC32', 'CRC32C'] as const)('of %s is composite by default', async (algorithm) => {
    const { complete } = await uploadAll({ ChecksumAlgorithm: algorithm });

    const completed = await complete();

    expect(completed.ChecksumType).toBe('COMPOSITE');
    expect(completed[`Checksum${algorithm}`]).toMatch(/^.{8}-2$/);
  });

  test.each(['CRC32', 'CRC32C', 'CRC64NVME'] as const)(
    'of %s covers the whole object for FULL_OBJECT',
    async (algorithm) => {
      const field = `Checksum${algorithm}` as const;
      const { complete } = await uploadAll({ ChecksumAlgorithm: algorithm, ChecksumType: 'FULL_OBJECT' });

      const completed = await complete();

      const whole = await put('whole', { Body: Buffer.concat(bodies), ChecksumAlgorithm: algorithm });
      expect(completed).toMatchObject({ [field]: whole[field], ChecksumType: 'FULL_OBJECT' });
    },
  );

  test('has the algorithm of CreateMultipartUpload in every part', async () => {
    const address = await create({ ChecksumAlgorithm: 'SHA256' });
    const upload = (ChecksumAlgorithm: ChecksumAlgorithm) =>
      s3.client.send(new UploadPartCommand({ ...address, PartNumber: 1, Body: text, ChecksumAlgorithm }));

    await expect(upload('CRC32')).rejects.toMatchObject({
      name: 'InvalidRequest',
      message: 'Checksum Type mismatch occurred, expected checksum Type: sha256, actual checksum Type: crc32',
    });
    const url = await s3.presign(new UploadPartCommand({ ...address, PartNumber: 1 }));
    const response = await fetch(url, { method: 'PUT', body: text });
    expect(await response.text()).toContain('actual checksum Type: null');
  });

  test('is verified for each part and for the object by CompleteMultipartUpload', async () => {
    const { Parts, complete } = await uploadAll({ ChecksumAlgorithm: 'SHA256' });
    const swapped = Parts.map((part) => ({ ...part, ChecksumSHA256: known.SHA256.replace(/^./, 'A') }));
    const without = Parts.map(({ PartNumber, ETag }) => ({ PartNumber, ETag }));

    await expect(complete({}, swapped)).rejects.toMatchObject({ name: 'InvalidPart' });
    await expect(complete({}, without)).rejects.toMatchObject({
      name: 'InvalidRequest',
      message: expect.stringContaining('must include the checksum for each part'),
    });
    await expect(complete({ ChecksumSHA256: `${known.SHA256}-2` })).rejects.toMatchObject({
      name: 'BadDigest',
    });
    await expect(complete({ ChecksumType: 'FULL_OBJECT' })).rejects.toMatchObject({ name: 'InvalidRequest' });
    const { ChecksumSHA256 } = await complete();
    expect(await complete({ ChecksumSHA256 })).toMatchObject({ ChecksumSHA256 });
  });

  test.each([
    { ChecksumAlgorithm: 'SHA256', ChecksumType: 'FULL_OBJECT' },
    { ChecksumAlgorithm: 'CRC64NVME', ChecksumType: 'COMPOSITE' },
    { ChecksumAlgorithm: 'MD4' },
  ])('cannot be %j', async (options) => {
    await expect(create(options)).rejects.toMatchObject({ name: 'InvalidRequest' });
  });
});
