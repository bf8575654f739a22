import {
  CreateMultipartUploadCommand,
  DeleteObjectsCommand,
  GetObjectCommand,
  ListMultipartUploadsCommand,
  PutBucketCorsCommand,
  PutObjectCommand,
} from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readError } from './support/read-error.ts';
import { bucket, startTestS3 } from './support/start-test-s3.ts';

const s3 = await startTestS3();
afterAll(() => s3.stop());

const origin = 'http://localhost:5173';
const url = `${s3.endpoint}/${bucket}/file`;

beforeAll(async () => {
  const CORSRules = [
    {
      AllowedOrigins: [origin],
      AllowedMethods: ['GET', 'PUT'],
      AllowedHeaders: ['content-type', 'x-amz-checksum-*'],
      ExposeHeaders: ['ETag', 'x-amz-checksum-sha256'],
      MaxAgeSeconds: 600,
    },
    { AllowedOrigins: ['https://*.example.com'], AllowedMethods: ['GET'] },
  ];
  await s3.client.send(new PutBucketCorsCommand({ Bucket: bucket, CORSConfiguration: { CORSRules } }));
  await s3.client.send(new PutObjectCommand({ Bucket: bucket, Key: 'file', Body: 'x' }));
});

const preflight = (headers: Record<string, string>, target = url) =>
  fetch(target, { method: 'OPTIONS', headers });
const allowOrigin = (response: Response) => response.headers.get('access-control-allow-origin');

describe('a preflight', () => {
  test('of an allowed upload succeeds without a signature', async () => {
    const response = await preflight({
      origin,
      'access-control-request-method': 'PUT',
      'access-control-request-headers': 'content-type, X-Amz-Checksum-Sha256',
    });

    expect(response.status).toBe(200);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'access-control-allow-origin': origin,
      'access-control-allow-methods': 'GET, PUT',
      'access-control-allow-headers': 'content-type, x-amz-checksum-sha256',
      'access-control-expose-headers': 'ETag, x-amz-checksum-sha256',
      'access-control-max-age': '600',
      vary: 'Origin, Access-Control-Request-Headers, Access-Control-Request-Method',
    });
  });

  test.each<[string, Record<string, string>]>([
    ['another origin', { origin: 'http://evil.example' }],
    ['a longer origin', { origin: `${origin}.evil.example` }],
    ['an opaque origin', { origin: 'null' }],
    ['another method', { 'access-control-request-method': 'DELETE' }],
    ['another header', { 'access-control-request-headers': 'content-type,x-amz-acl' }],
  ])('from or for %s is rejected without Access-Control-Allow-Origin', async (_, headers) => {
    const response = await preflight({ origin, 'access-control-request-method': 'PUT', ...headers });

    expect(allowOrigin(response)).toBeNull();
    expect(await readError(response)).toMatchObject({ status: 403, code: 'AccessForbidden' });
  });

  test.each<[string, string, number]>([
    ['https://app.example.com', 'GET', 200],
    ['https://app.example.com', 'PUT', 403],
    ['https://example.com', 'GET', 403],
    ['http://app.example.com', 'GET', 403],
  ])('with a wildcard rule from %s for %s returns %i', async (from, method, status) => {
    const response = await preflight({ origin: from, 'access-control-request-method': method });

    expect(response.status).toBe(status);
  });

  test('is rejected for a bucket without rules and for a missing bucket', async () => {
    const headers = { origin, 'access-control-request-method': 'GET' };

    for (const path of ['/other-bucket/x', '/']) {
      expect(await readError(await preflight(headers, s3.endpoint + path))).toMatchObject({
        status: 403,
        code: 'AccessForbidden',
      });
    }
  });

  test('without an origin or a method is a bad request', async () => {
    expect(await readError(await preflight({ origin }))).toMatchObject({ status: 400 });
    expect(await readError(await preflight({ 'access-control-request-method': 'GET' }))).toMatchObject({
      status: 400,
    });
  });
});

describe('a request with an Origin', () => {
  const sign = () => s3.presign(new GetObjectCommand({ Bucket: bucket, Key: 'file' }));

  test('that matches a rule exposes the response and its ETag', async () => {
    const response = await fetch(await sign(), { headers: { origin } });

    expect(response.status).toBe(200);
    expect(allowOrigin(response)).toBe(origin);
    expect(response.headers.get('access-control-expose-headers')).toBe('ETag, x-amz-checksum-sha256');
    expect(response.headers.get('vary')).toContain('Origin');
  });

  test('that matches a rule exposes an error', async () => {
    const response = await fetch(url, { headers: { origin } });

    expect(response.status).toBe(403);
    expect(allowOrigin(response)).toBe(origin);
  });

  test('that matches no rule is processed but not exposed', async () => {
    const response = await fetch(await sign(), { headers: { origin: 'http://evil.example' } });

    expect(response.status).toBe(200);
    expect(allowOrigin(response)).toBeNull();
  });

  test('with a method of no rule is not exposed', async () => {
    const response = await fetch(url, { method: 'DELETE', headers: { origin } });

    expect(allowOrigin(response)).toBeNull();
  });
});

test('a rule for every origin returns * and allows no credentials', async () => {
  const CORSRules = [{ AllowedOrigins: ['*'], AllowedMethods: ['GET'] }];
  await s3.client.send(new PutBucketCorsCommand({ Bucket: bucket, CORSConfiguration: { CORSRules } }));

  const response = await preflight({ origin: 'http://any.example', 'access-control-request-method': 'GET' });

  expect(allowOrigin(response)).toBe('*');
  expect(response.headers.get('access-control-allow-credentials')).toBeNull();
});

describe('a change without a preflight', () => {
  const startUpload = () => s3.presign(new CreateMultipartUploadCommand({ Bucket: bucket, Key: 'planted' }));
  const foreignHeaders: [string, Record<string, string>][] = [
    ['another origin', { origin: 'http://evil.example' }],
    ['an opaque origin', { origin: 'null' }],
    ['no origin, marked as cross-site', { 'sec-fetch-site': 'cross-site' }],
    ['an allowed origin, whose rule has another method', { origin }],
  ];

  test.each(foreignHeaders)('from %s is rejected', async (_, headers) => {
    const response = await fetch(await startUpload(), { method: 'POST', headers });

    expect(await readError(response)).toMatchObject({ status: 403, code: 'AccessForbidden' });
    const { Uploads } = await s3.client.send(new ListMultipartUploadsCommand({ Bucket: bucket }));
    expect(Uploads).toBeUndefined();
  });

  test('from another origin deletes nothing', async () => {
    const Delete = { Objects: [{ Key: 'file' }] };
    const target = await s3.presign(new DeleteObjectsCommand({ Bucket: bucket, Delete }));

    const response = await fetch(target, { method: 'POST', headers: { origin: 'http://evil.example' } });

    expect(await readError(response)).toMatchObject({ status: 403, code: 'AccessForbidden' });
  });

  test('from a program, which sends no origin, is accepted', async () => {
    const response = await fetch(await startUpload(), { method: 'POST' });

    expect(response.status).toBe(200);
  });
});
