import {
  type CompletedPart,
  HeadObjectCommand,
  ListPartsCommand,
  PutObjectCommand,
  UploadPartCommand,
} from '@aws-sdk/client-s3';
import { afterAll, describe, expect, onTestFinished, test } from 'vitest';
import { multipartCalls } from './support/multipart-calls.ts';
import { objectCalls } from './support/object-calls.ts';
import { readError } from './support/read-error.ts';
import { bucket, startTestS3 } from './support/start-test-s3.ts';

let clockOffset = 0;
const s3 = await startTestS3({ now: () => new Date(Date.now() + clockOffset) });
afterAll(() => s3.stop());

const mebibyte = 1024 ** 2;
const first = Buffer.alloc(5 * mebibyte, 'a');
const last = Buffer.from('the end');
const noSuchUpload = { name: 'NoSuchUpload', $metadata: { httpStatusCode: 404 } };

const create = multipartCalls(s3);
const { read } = objectCalls(s3);

describe('CompleteMultipartUpload', () => {
  test('rejects a wrong ETag, a missing part and a wrong order, and can be retried', async () => {
    const upload = await create('strict');
    const parts = [await upload.upload(1, first), await upload.upload(2, last)];
    const [one, two] = parts as [CompletedPart, CompletedPart];
    const invalidPart = { name: 'InvalidPart', $metadata: { httpStatusCode: 400 } };

    await expect(upload.complete([one, { ...two, ETag: one.ETag }])).rejects.toMatchObject(invalidPart);
    await expect(upload.complete([...parts, { PartNumber: 3, ETag: two.ETag }])).rejects.toMatchObject(
      invalidPart,
    );
    await expect(upload.complete([two, one])).rejects.toMatchObject({ name: 'InvalidPartOrder' });
    await expect(upload.complete([one, one])).rejects.toMatchObject({ name: 'InvalidPartOrder' });
    await expect(upload.complete([])).rejects.toMatchObject({ name: 'MalformedXML' });
    await upload.complete(parts);
  });

  test('rejects a part below 5 MiB that is not the last', async () => {
    const upload = await create('small');
    const parts = [await upload.upload(1, first.subarray(1)), await upload.upload(2, last)];

    await expect(upload.complete(parts)).rejects.toMatchObject({ name: 'EntityTooSmall' });
  });

  test('verifies the size that the client expects', async () => {
    const upload = await create('sized');
    const parts = [await upload.upload(1, last)];

    await expect(upload.complete(parts, { MpuObjectSize: 8 })).rejects.toMatchObject({
      name: 'InvalidRequest',
    });
    await upload.complete(parts, { MpuObjectSize: 7 });
  });

  test('creates an object with the time of initiation', async () => {
    const upload = await create('dated');
    const parts = [await upload.upload(1, last)];
    clockOffset = 60_000;
    onTestFinished(() => {
      clockOffset = 0;
    });

    await upload.complete(parts);

    const { LastModified } = await s3.client.send(new HeadObjectCommand({ Bucket: bucket, Key: 'dated' }));
    expect(LastModified?.getTime()).toBeLessThanOrEqual(Date.now());
  });

  test('replaces no object with If-None-Match: *', async () => {
    await s3.client.send(new PutObjectCommand({ Bucket: bucket, Key: 'taken', Body: 'old' }));
    const upload = await create('taken');
    const parts = [await upload.upload(1, last)];

    await expect(upload.complete(parts, { IfNoneMatch: '*' })).rejects.toMatchObject({
      name: 'PreconditionFailed',
    });
    await expect(upload.complete(parts, { IfMatch: '"other"' })).rejects.toMatchObject({
      name: 'PreconditionFailed',
    });
    expect(await read('taken')).toBe('old');
  });

  test('is idempotent until the object is replaced', async () => {
    const upload = await create('again');
    const parts = [await upload.upload(1, last)];

    const responses = [await upload.complete(parts), await upload.complete(parts)];

    expect(responses[1]?.ETag).toBe(responses[0]?.ETag);
    await expect(upload.complete([{ PartNumber: 1, ETag: '"other"' }])).rejects.toMatchObject(noSuchUpload);
    await s3.client.send(new PutObjectCommand({ Bucket: bucket, Key: 'again', Body: 'newer' }));
    await expect(upload.complete(parts)).rejects.toMatchObject(noSuchUpload);
    expect(await read('again')).toBe('newer');
  });

  test('creates one object for concurrent requests', async () => {
    const upload = await create('at-once');
    const parts = [await upload.upload(1, first), await upload.upload(2, last)];

    const responses = await Promise.all(Array.from({ length: 8 }, () => upload.complete(parts)));

    expect(new Set(responses.map(({ ETag }) => ETag)).size).toBe(1);
    expect(await read('at-once')).toHaveLength(first.length + last.length);
  });
});

describe('a completed or aborted upload', () => {
  test.each(['completed', 'aborted'])('is unknown to every operation after it was %s', async (end) => {
    const upload = await create(`over-${end}`);
    const parts = [await upload.upload(1, last)];
    await (end === 'completed' ? upload.complete(parts) : upload.abort());

    await expect(upload.list()).rejects.toMatchObject(noSuchUpload);
    await expect(upload.upload(1, last)).rejects.toMatchObject(noSuchUpload);
    await expect(upload.abort()).rejects.toMatchObject(noSuchUpload);
    if (end === 'aborted') await expect(upload.complete(parts)).rejects.toMatchObject(noSuchUpload);
  });

  test('accepts no part by an old presigned URL', async () => {
    const upload = await create('replayed');
    const url = await s3.presign(new UploadPartCommand({ ...upload.address, PartNumber: 1 }));
    const send = (body: string) => fetch(url, { method: 'PUT', body });
    const response = await send('good');
    await upload.complete([{ PartNumber: 1, ETag: response.headers.get('etag') ?? '' }]);

    expect(await readError(await send('evil'))).toMatchObject({ status: 404, code: 'NoSuchUpload' });
    expect(await read('replayed')).toBe('good');
  });

  test('is unknown under another key', async () => {
    const { address } = await create('right-key');

    await expect(
      s3.client.send(new ListPartsCommand({ ...address, Key: 'wrong-key' })),
    ).rejects.toMatchObject(noSuchUpload);
  });
});
