import {
  CopyObjectCommand,
  CreateMultipartUploadCommand,
  DeleteObjectsCommand,
  GetObjectCommand,
  ListBucketsCommand,
  ListObjectsV2Command,
  PutBucketCorsCommand,
  PutObjectCommand,
  S3Client,
  UploadPartCommand,
} from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createSessionCredentials, type SessionCredentials } from '../src/credentials/session-credentials.ts';
import { readError } from './support/read-error.ts';
import { sha256, signRequest } from './support/sign-request.ts';
import { bucket, region, startTestS3, type TestS3 } from './support/start-test-s3.ts';

const sessionKey = 'a key that both sides know';
const hour = 3_600_000;

let s3: TestS3;
let time = Date.now();

beforeAll(async () => {
  s3 = await startTestS3({ now: () => new Date(time), sessionKey });
  await s3.client.send(new PutObjectCommand({ Bucket: bucket, Key: 'profiles/bob/picture', Body: 'Bob' }));
});
beforeEach(() => {
  time = Date.now();
});
afterAll(() => s3.stop());

const policyOf = (name: string) => ({ bucket, prefix: `profiles/${name}/`, expiresAt: time + hour });

const clientWith = (credentials: SessionCredentials) =>
  new S3Client({ endpoint: s3.endpoint, region, forcePathStyle: true, maxAttempts: 1, credentials });

const annsClient = () => clientWith(createSessionCredentials(sessionKey, policyOf('ann')));

const own = { Bucket: bucket, Key: 'profiles/ann/picture' };

describe('temporary credentials', () => {
  test('write, read and list under their prefix', async () => {
    const client = annsClient();
    await client.send(new PutObjectCommand({ ...own, Body: 'Ann' }));

    const { Body } = await client.send(new GetObjectCommand(own));
    expect(await Body?.transformToString()).toBe('Ann');
    const { Contents } = await client.send(
      new ListObjectsV2Command({ Bucket: bucket, Prefix: 'profiles/ann/' }),
    );
    expect(Contents?.map(({ Key }) => Key)).toEqual([own.Key]);
    const { UploadId } = await client.send(new CreateMultipartUploadCommand(own));
    await client.send(new UploadPartCommand({ ...own, UploadId, PartNumber: 1, Body: 'part' }));
  });

  test.each([
    ['read beside the prefix', new GetObjectCommand({ Bucket: bucket, Key: 'profiles/bob/picture' })],
    ['read a similar prefix', new GetObjectCommand({ Bucket: bucket, Key: 'profiles/ann-2/picture' })],
    ['write beside the prefix', new PutObjectCommand({ Bucket: bucket, Key: 'files/x', Body: 'x' })],
    [
      'start an upload beside the prefix',
      new CreateMultipartUploadCommand({ Bucket: bucket, Key: 'files/x' }),
    ],
    [
      'copy from beside the prefix',
      new CopyObjectCommand({ ...own, CopySource: `${bucket}/profiles/bob/picture` }),
    ],
    ['list everything', new ListObjectsV2Command({ Bucket: bucket })],
    ['list the buckets', new ListBucketsCommand({})],
    [
      'delete a list of objects',
      new DeleteObjectsCommand({ Bucket: bucket, Delete: { Objects: [{ Key: own.Key }] } }),
    ],
    ['change the bucket', new PutBucketCorsCommand({ Bucket: bucket, CORSConfiguration: { CORSRules: [] } })],
  ])('do not %s', async (_what, command) => {
    const request = annsClient().send(command as GetObjectCommand);

    await expect(request).rejects.toMatchObject({ name: 'AccessDenied' });
  });

  test('do not reach another operation with the parameters of a listing', async () => {
    const { accessKeyId, secretAccessKey, sessionToken } = createSessionCredentials(
      sessionKey,
      policyOf('ann'),
    );
    const list = async (query: string) => {
      const url = `${s3.endpoint}/${bucket}?${query}`;
      const { headers } = signRequest({
        method: 'GET',
        url,
        payloadHash: sha256(''),
        headers: { 'x-amz-security-token': sessionToken },
        credentials: { accessKeyId, secretAccessKey },
      });
      return (await fetch(url, { headers })).status;
    };
    const own = `list-type=2&prefix=${encodeURIComponent('profiles/ann/')}`;

    expect(await list(own)).toBe(200);
    expect(await list(`cors&${own}`)).toBe(403);
    expect(await list(`${own}&uploads`)).toBe(403);
  });

  test('presign URLs under their prefix until they expire', async () => {
    const client = annsClient();
    await client.send(new PutObjectCommand({ ...own, Body: 'Ann' }));
    const url = await getSignedUrl(client, new GetObjectCommand(own), { expiresIn: 7200 });
    const other = await getSignedUrl(client, new GetObjectCommand({ ...own, Key: 'profiles/bob/picture' }));

    expect(await (await fetch(url)).text()).toBe('Ann');
    expect(await readError(await fetch(other))).toMatchObject({ status: 403, code: 'AccessDenied' });
    time += hour;
    expect(await readError(await fetch(url))).toMatchObject({ status: 400, code: 'ExpiredToken' });
  });

  test.each([
    ['made with another session key', () => createSessionCredentials('another key', policyOf('ann'))],
    [
      'with a modified token',
      () => {
        const session = createSessionCredentials(sessionKey, policyOf('ann'));
        const [payload = '', signature] = session.sessionToken.split('.');
        const widened = Buffer.from(payload, 'base64url').toString().replace('profiles/ann/', '');
        return { ...session, sessionToken: `${Buffer.from(widened).toString('base64url')}.${signature}` };
      },
    ],
  ])('%s are refused', async (_what, create) => {
    const request = clientWith(create()).send(new GetObjectCommand(own));

    await expect(request).rejects.toMatchObject({ name: 'InvalidToken' });
  });

  test('do not sign with the token of another session', async () => {
    const bob = createSessionCredentials(sessionKey, policyOf('bob'));
    const ann = createSessionCredentials(sessionKey, policyOf('ann'));
    const mixed = { ...ann, sessionToken: bob.sessionToken };

    await expect(clientWith(mixed).send(new GetObjectCommand(own))).rejects.toMatchObject({
      name: 'InvalidAccessKeyId',
    });
    await expect(
      clientWith({ ...mixed, accessKeyId: bob.accessKeyId }).send(new GetObjectCommand(own)),
    ).rejects.toMatchObject({ name: 'SignatureDoesNotMatch' });
  });
});
