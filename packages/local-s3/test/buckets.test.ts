import {
  CreateBucketCommand,
  GetBucketCorsCommand,
  HeadBucketCommand,
  ListBucketsCommand,
  PutBucketCorsCommand,
} from '@aws-sdk/client-s3';
import { afterAll, expect, test } from 'vitest';
import { bucket, startTestS3 } from './support/start-test-s3.ts';

const s3 = await startTestS3();
afterAll(() => s3.stop());

const create = (Bucket: string, more: object = {}) =>
  s3.client.send(new CreateBucketCommand({ Bucket, ...more }));

test('creates, finds and lists a bucket', async () => {
  await create('another.bucket-1');

  expect(await s3.client.send(new HeadBucketCommand({ Bucket: 'another.bucket-1' }))).toMatchObject({
    BucketRegion: 'us-east-1',
  });
  const { Buckets = [] } = await s3.client.send(new ListBucketsCommand({}));
  expect(Buckets.map(({ Name }) => Name)).toEqual(['another.bucket-1', bucket]);
});

test('creates an existing bucket in us-east-1 without an error', async () => {
  expect(await create(bucket)).toMatchObject({ $metadata: { httpStatusCode: 200 } });
});

test('creates buckets only in the region of the endpoint', async () => {
  await expect(
    create('elsewhere', { CreateBucketConfiguration: { LocationConstraint: 'eu-west-1' } }),
  ).rejects.toMatchObject({ name: 'IllegalLocationConstraintException' });
});

test.each(['ab', 'Upper', 'under_score', '-dash', 'dot..dot', '127.0.0.1', 'x'.repeat(64)])(
  'rejects the bucket name %j',
  async (name) => {
    await expect(create(name)).rejects.toMatchObject({ name: 'InvalidBucketName' });
  },
);

test('returns NoSuchBucket for a missing bucket', async () => {
  await expect(s3.client.send(new HeadBucketCommand({ Bucket: 'no-bucket' }))).rejects.toMatchObject({
    name: 'NotFound',
  });
});

test('returns the stored CORS configuration', async () => {
  const CORSRules = [
    {
      ID: 'web',
      AllowedOrigins: ['http://localhost:5173'],
      AllowedMethods: ['GET', 'PUT'],
      AllowedHeaders: ['*'],
      ExposeHeaders: ['ETag'],
      MaxAgeSeconds: 600,
    },
    { AllowedOrigins: ['https://*.example.com'], AllowedMethods: ['GET'] },
  ];
  await create('with-cors');
  const read = () => s3.client.send(new GetBucketCorsCommand({ Bucket: 'with-cors' }));

  await expect(read()).rejects.toMatchObject({ name: 'NoSuchCORSConfiguration' });
  await s3.client.send(new PutBucketCorsCommand({ Bucket: 'with-cors', CORSConfiguration: { CORSRules } }));

  expect((await read()).CORSRules).toEqual(CORSRules);
});

test.each([
  [{ AllowedOrigins: ['*'], AllowedMethods: ['PATCH'] }, 'InvalidRequest'],
  [{ AllowedOrigins: ['http://*.*'], AllowedMethods: ['GET'] }, 'InvalidRequest'],
  [{ AllowedOrigins: ['*'], AllowedMethods: ['GET'], ExposeHeaders: ['a\r\nb'] }, 'InvalidRequest'],
  [{ AllowedOrigins: [], AllowedMethods: ['GET'] }, 'MalformedXML'],
])('rejects the CORS rule %j', async (rule, name) => {
  await expect(
    s3.client.send(new PutBucketCorsCommand({ Bucket: bucket, CORSConfiguration: { CORSRules: [rule] } })),
  ).rejects.toMatchObject({ name });
});
