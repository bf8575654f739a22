import {
  DeleteBucketCommand,
  DeleteObjectTaggingCommand,
  GetObjectAclCommand,
  GetObjectTaggingCommand,
  ListObjectsCommand,
  ListObjectVersionsCommand,
  PutObjectCommand,
  PutObjectTaggingCommand,
} from '@aws-sdk/client-s3';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { objectCalls } from './support/object-calls.ts';
import { bucket, startTestS3 } from './support/start-test-s3.ts';

const s3 = await startTestS3();
afterAll(() => s3.stop());

const { put } = objectCalls(s3);
const address = { Bucket: bucket, Key: 'file' };
const Tagging = { TagSet: [{ Key: 'a', Value: 'b' }] };

beforeAll(() => put('file', 'x'));
afterEach(() => void s3.unsupported.splice(0));

test.each([
  ['PutObjectTagging', () => s3.client.send(new PutObjectTaggingCommand({ ...address, Tagging }))],
  ['DeleteObjectTagging', () => s3.client.send(new DeleteObjectTaggingCommand(address))],
  ['GetObjectAcl', () => s3.client.send(new GetObjectAclCommand(address))],
  ['ListObjectVersions', () => s3.client.send(new ListObjectVersionsCommand({ Bucket: bucket }))],
  ['ListObjects', () => s3.client.send(new ListObjectsCommand({ Bucket: bucket }))],
  ['DeleteBucket', () => s3.client.send(new DeleteBucketCommand({ Bucket: bucket }))],
  ['x-amz-tagging', () => s3.client.send(new PutObjectCommand({ ...address, Tagging: 'a=b' }))],
])('names %s when it refuses it, in the response and in the log', async (name, call) => {
  await expect(call()).rejects.toMatchObject({
    name: 'NotImplemented',
    message: expect.stringMatching(new RegExp(`\\b${name}\\b`)),
  });

  expect(s3.unsupported).toEqual([expect.stringMatching(new RegExp(`^local-s3: .*\\b${name}\\b`))]);
});

test('GetObjectTagging returns no tags of an object, and NoSuchKey for a missing one', async () => {
  const read = (Key: string) => s3.client.send(new GetObjectTaggingCommand({ Bucket: bucket, Key }));

  expect((await read('file')).TagSet).toEqual([]);
  await expect(read('missing')).rejects.toMatchObject({ name: 'NoSuchKey' });
});
