import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3';
import { startLocalCognito } from '@share-my-files/local-cognito';
import { startLocalS3 } from '@share-my-files/local-s3';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { startPostgres } from '../../apps/api/test/support/start-postgres.ts';
import { assembleImage, startImage } from './start-image.ts';

const folder = mkdtempSync(join(tmpdir(), 'share-my-files-containers-'));
const postgres = await startPostgres();
const image = assembleImage('apps/api/Dockerfile');
const credentials = { accessKeyId: 'key', secretAccessKey: 'secret' };

let cognito: Awaited<ReturnType<typeof startLocalCognito>>;
let localS3: Awaited<ReturnType<typeof startLocalS3>>;

beforeAll(async () => {
  cognito = await startLocalCognito({ dataDirectory: join(folder, 'cognito') });
  localS3 = await startLocalS3({ dataDirectory: join(folder, 's3'), credentials });
  const s3 = new S3Client({
    endpoint: localS3.endpoint,
    region: 'us-east-1',
    credentials,
    forcePathStyle: true,
  });
  await s3.send(new CreateBucketCommand({ Bucket: 'files' }));
  s3.destroy();
});

afterAll(async () => {
  await cognito.close();
  await localS3.close();
  await postgres?.stop();
  image.remove();
  rmSync(folder, { recursive: true });
});

const environment = () => ({
  PUBLIC_ORIGIN: 'https://files.example.com',
  TRUST_PROXY: '1',
  MIGRATE_ON_START: 'true',
  COGNITO_USER_POOL_ID: cognito.userPoolId,
  COGNITO_USER_POOL_CLIENT_ID: cognito.userPoolClientId,
  AWS_REGION: 'us-east-1',
  AWS_ACCESS_KEY_ID: credentials.accessKeyId,
  AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
  S3_BUCKET: 'files',
  S3_ENDPOINT: localS3.endpoint,
  S3_FORCE_PATH_STYLE: 'true',
});

describe('the image of the API with its default environment', () => {
  test('runs in production mode and refuses a local user pool', async () => {
    const api = await startImage(image, { ...environment(), COGNITO_ENDPOINT: cognito.endpoint });

    expect(await api.exited).toEqual([1, null]);
    expect(api.readOutput()).toContain('COGNITO_ENDPOINT is for local development');
  });
});

describe.each(postgres === undefined ? [] : [postgres])('the image of the API with PostgreSQL', ({ url }) => {
  test('runs as a user without write access, and is healthy but not ready without Cognito', async () => {
    // The keys of a missing pool cannot be fetched.
    const api = await startImage(image, {
      ...environment(),
      DATABASE_URL: url,
      COGNITO_USER_POOL_ID: 'us-east-1_Absent000',
    });

    expect(await api.checkHealth()).toBe(0);
    expect((await fetch(`${api.origin}/readyz`)).status).toBe(503);
    expect(await api.stop()).toEqual([0, null]);
  });

  test('is ready if the database, S3 and Cognito are', async () => {
    const api = await startImage(image, {
      ...environment(),
      DATABASE_URL: url,
      NODE_ENV: 'test',
      COGNITO_ENDPOINT: cognito.endpoint,
    });
    await expect.poll(async () => (await fetch(`${api.origin}/readyz`)).status).toBe(200);

    expect((await fetch(`${api.origin}/api/me`)).status).toBe(401);
    expect(await api.stop()).toEqual([0, null]);
    expect(await api.checkHealth()).toBe(1);
  });

  test('exits before Docker kills it, although a client keeps its request open', async () => {
    const api = await startImage(image, { ...environment(), DATABASE_URL: url });
    const client = connect(Number(new URL(api.origin).port), '127.0.0.1');
    onTestFinished(() => void client.destroy());
    client.on('error', () => undefined);
    client.write('GET /healthz HTTP/1.1\r\nHost: localhost\r\nX-Slow: ');
    // The server has read the first request once it has responded to a second one.
    await fetch(`${api.origin}/healthz`);

    const startedAt = Date.now();
    expect(await api.stop()).toEqual([0, null]);
    expect(Date.now() - startedAt).toBeLessThan(10_000);
  });
});
