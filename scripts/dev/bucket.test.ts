import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startLocalS3 } from '@share-my-files/local-s3';
import { expect, onTestFinished, test } from 'vitest';
import { ensureBucket } from './bucket.ts';
import { corsRuleFor } from './cors-rule.ts';
import { credentials, region } from './local-aws.ts';

const site = 'http://localhost:5173';

const startS3 = async () => {
  const dataDirectory = await mkdtemp(join(tmpdir(), 'share-my-files-bucket-'));
  const s3 = await startLocalS3({ dataDirectory, credentials, region });
  onTestFinished(async () => {
    await s3.close();
    await rm(dataDirectory, { recursive: true });
  });
  return { endpoint: s3.endpoint, region, credentials, name: 'files' };
};

const allowedMethods = async (endpoint: string, origin: string): Promise<string | null> => {
  const { headers } = await fetch(`${endpoint}/files`, {
    method: 'OPTIONS',
    headers: { origin, 'access-control-request-method': 'PUT' },
  });
  return headers.get('access-control-allow-methods');
};

test('creates a bucket for its site, and updates its rule when the site or the methods change', async () => {
  const bucket = await startS3();

  await ensureBucket({ ...bucket, corsRule: corsRuleFor(site, ['GET', 'PUT']) });
  expect(await allowedMethods(bucket.endpoint, site)).toBe('GET, PUT');

  await ensureBucket({ ...bucket, corsRule: corsRuleFor(site, ['GET', 'PUT', 'DELETE']) });
  expect(await allowedMethods(bucket.endpoint, site)).toBe('GET, PUT, DELETE');

  await ensureBucket({ ...bucket, corsRule: corsRuleFor('http://localhost:6000', ['PUT']) });
  expect(await allowedMethods(bucket.endpoint, 'http://localhost:6000')).toBe('PUT');
  expect(await allowedMethods(bucket.endpoint, site)).toBeNull();
});

test('sends no signed request for a bucket that needs no change', async () => {
  const bucket = { ...(await startS3()), corsRule: corsRuleFor(site, ['GET', 'PUT']) };
  await ensureBucket(bucket);

  await ensureBucket({ ...bucket, credentials: { ...credentials, secretAccessKey: 'wrong' } });
});
