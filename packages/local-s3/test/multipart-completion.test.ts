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

describe('completing', () => {
  test('refuses a wrong ETag, a missing part and a wrong order, and can be tried again', async () => {
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

  test('refuses a part under 5 MiB before the last', async () => {
    const upload = await create('small');
    const parts = [await upload.upload(1, first.subarray(1)), await upload.upload(2, last)];

    await expect(upload.complete(parts)).rejects.toMatchObject({ name: 'EntityTooSmall' });
  });

  test('checks the size that the client expects', async () => {
    const upload = await create('sized');
    const parts = [await upload.upload(1, last)];

    await expect(upload.complete(parts, { MpuObjectSize: 8 })).rejects.toMatchObject({
      name: 'InvalidRequest',
    });
    await upload.complete(parts, { MpuObjectSize: 7 });
  });

  test('makes an object that is as old as the upload', async () => {
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

  test('with If-None-Match: * does not replace an object', async () => {
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

  test('a second time gets the same answer as long as the object stands', async () => {
    const upload = await create('again');
    const parts = [await upload.upload(1, last)];

    const answers = [await upload.complete(parts), await upload.complete(parts)];

    expect(answers[1]?.ETag).toBe(answers[0]?.ETag);
    await expect(upload.complete([{ PartNumber: 1, ETag: '"other"' }])).rejects.toMatchObject(noSuchUpload);
    await s3.client.send(new PutObjectCommand({ Bucket: bucket, Key: 'again', Body: 'newer' }));
    await expect(upload.complete(parts)).rejects.toMatchObject(noSuchUpload);
    expect(await read('again')).toBe('newer');
  });

  test('many times at once makes one object', async () => {
    const upload = await create('at-once');
    const parts = [await upload.upload(1, first), await upload.upload(2, last)];

    const answers = await Promise.all(Array.from({ length: 8 }, () => upload.complete(parts)));

    expect(new Set(answers.map(({ ETag }) => ETag)).size).toBe(1);
    expect(await read('at-once')).toHaveLength(first.length + last.length);
  });
});

describe('an upload that is over', () => {
  test.each(['completed', 'aborted'])('because it was %s is unknown to every operation', async (end) => {
    const upload = await create(`over-${end}`);
    const parts = [await upload.upload(1, last)];
    await (end === 'completed' ? upload.complete(parts) : upload.abort());

    await expect(upload.list()).rejects.toMatchObject(noSuchUpload);
    await expect(upload.upload(1, last)).rejects.toMatchObject(noSuchUpload);
    await expect(upload.abort()).rejects.toMatchObject(noSuchUpload);
    if (end === 'aborted') await expect(upload.complete(parts)).rejects.toMatchObject(noSuchUpload);
  });

  test('cannot be reached by its old presigned part URL', async () => {
    const upload = await create('replayed');
    const url = await s3.presign(new UploadPartCommand({ ...upload.address, PartNumber: 1 }));
    const send = (body: string) => fetch(url, { method: 'PUT', body });
    const response = await send('good');
    await upload.complete([{ PartNumber: 1, ETag: response.headers.get('etag') ?? '' }]);

    expect(await readError(await send('evil'))).toMatchObject({ status: 404, code: 'NoSuchUpload' });
    expect(await read('replayed')).toBe('good');
  });

  test('of another key is unknown, too', async () => {
    const { address } = await create('right-key');

    await expect(
      s3.client.send(new ListPartsCommand({ ...address, Key: 'wrong-key' })),
    ).rejects.toMatchObject(noSuchUpload);
  });
});
