import { createHash } from 'node:crypto';
import { UploadPartCopyCommand } from '@aws-sdk/client-s3';
import { afterAll, describe, expect, test } from 'vitest';
import { multipartCalls } from './support/multipart-calls.ts';
import { objectCalls } from './support/object-calls.ts';
import { bucket, startTestS3 } from './support/start-test-s3.ts';

const s3 = await startTestS3();
afterAll(() => s3.stop());

const create = multipartCalls(s3);
const { put, head, read } = objectCalls(s3);

const partBytes = 5 * 1024 ** 2;
const source = Buffer.concat([Buffer.alloc(partBytes, 'a'), Buffer.from('the end')]);

const startCopy = async (key: string, options: object = {}) => {
  const upload = await create(key, options);
  const copy = (PartNumber: number, more: object = {}) =>
    s3.client.send(
      new UploadPartCopyCommand({ ...upload.address, PartNumber, CopySource: `${bucket}/source ü`, ...more }),
    );
  return { ...upload, copy };
};

describe('UploadPartCopy', () => {
  test('copies ranges of an object as parts of another', async () => {
    await put('source ü', source);
    const { copy, complete } = await startCopy('copied');

    const first = await copy(1, { CopySourceRange: `bytes=0-${partBytes - 1}` });
    const last = await copy(2, { CopySourceRange: `bytes=${partBytes}-${source.length - 1}` });

    expect(first.CopyPartResult).toMatchObject({
      ETag: `"${createHash('md5').update(source.subarray(0, partBytes)).digest('hex')}"`,
      LastModified: expect.any(Date),
    });
    await complete([
      { PartNumber: 1, ETag: first.CopyPartResult?.ETag },
      { PartNumber: 2, ETag: last.CopyPartResult?.ETag },
    ]);
    expect(await read('copied')).toBe(source.toString());
  });

  test('without a range copies the whole object, with the checksum of the upload', async () => {
    await put('source ü', 'short');
    const { copy, complete } = await startCopy('checked', { ChecksumAlgorithm: 'SHA256' });

    const { CopyPartResult } = await copy(1);

    const ChecksumSHA256 = createHash('sha256').update('short').digest('base64');
    expect(CopyPartResult).toMatchObject({ ChecksumSHA256 });
    await complete([{ PartNumber: 1, ETag: CopyPartResult?.ETag, ChecksumSHA256 }]);
    expect(await head('checked', { ChecksumMode: 'ENABLED' })).toMatchObject({ ChecksumType: 'COMPOSITE' });
    expect(await read('checked')).toBe('short');
  });

  test.each([
    ['a range beyond the source', { CopySourceRange: 'bytes=0-5' }, 'InvalidArgument'],
    ['an open range', { CopySourceRange: 'bytes=1-' }, 'InvalidArgument'],
    ['a suffix range', { CopySourceRange: 'bytes=-1' }, 'InvalidArgument'],
    ['a source that is missing', { CopySource: `${bucket}/missing` }, 'NoSuchKey'],
    ['an unmet condition', { CopySourceIfMatch: '"other"' }, 'PreconditionFailed'],
    ['another upload', { UploadId: 'other' }, 'NoSuchUpload'],
    ['an invalid number', { PartNumber: 10_001 }, 'InvalidArgument'],
  ])('rejects %s', async (_, options, name) => {
    await put('source ü', 'short');
    const { copy, list } = await startCopy('rejected');

    await expect(copy(1, options)).rejects.toMatchObject({ name });

    expect((await list()).Parts).toBeUndefined();
  });
});
