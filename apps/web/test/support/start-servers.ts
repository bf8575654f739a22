import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CreateBucketCommand, PutBucketCorsCommand, S3Client } from '@aws-sdk/client-s3';
import { startLocalCognito } from '@share-my-files/local-cognito';
import { startLocalS3 } from '@share-my-files/local-s3';
import type { TestProject } from 'vitest/node';
import { pageOrigin, quotaBytes } from './settings.ts';
import { startApi } from './start-api.ts';

const region = 'us-east-1';
const bucket = 'test-files';
const credentials = { accessKeyId: 'test', secretAccessKey: 'test-secret' };

type Servers = {
  readonly apiOrigin: string;
  readonly s3Endpoint: string;
  readonly cognitoEndpoint: string;
  readonly userPoolId: string;
  readonly userPoolClientId: string;
};

declare module 'vitest' {
  interface ProvidedContext {
    servers: Servers;
  }
}

const corsRule = { AllowedOrigins: [pageOrigin], AllowedMethods: ['GET', 'PUT'], AllowedHeaders: ['*'] };

const createBucket = async (endpoint: string): Promise<void> => {
  const s3 = new S3Client({ endpoint, region, credentials, forcePathStyle: true });
  await s3.send(new CreateBucketCommand({ Bucket: bucket }));
  await s3.send(new PutBucketCorsCommand({ Bucket: bucket, CORSConfiguration: { CORSRules: [corsRule] } }));
  s3.destroy();
};

/** Starts the real API, a local user pool and a local S3, once for all test files. */
export const setup = async (project: TestProject) => {
  const folder = await mkdtemp(join(tmpdir(), 'share-my-files-web-'));
  const cognito = await startLocalCognito({
    dataDirectory: join(folder, 'cognito'),
    poolConfig: {
      userSessionTracking: 'ENABLED',
      clients: [
        { explicitAuthFlows: ['ALLOW_USER_AUTH', 'ALLOW_USER_SRP_AUTH', 'ALLOW_USER_PASSWORD_AUTH'] },
      ],
    },
  });
  const { endpoint: cognitoEndpoint, userPoolId, userPoolClientId } = cognito;
  const s3 = await startLocalS3({ dataDirectory: join(folder, 's3'), credentials, region });
  await createBucket(s3.endpoint);
  const api = await startApi({
    PUBLIC_ORIGIN: 'http://localhost:5173',
    PGLITE_DIRECTORY: 'memory://',
    COGNITO_USER_POOL_ID: userPoolId,
    COGNITO_USER_POOL_CLIENT_ID: userPoolClientId,
    COGNITO_ENDPOINT: cognitoEndpoint,
    AWS_REGION: region,
    AWS_ACCESS_KEY_ID: credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
    S3_BUCKET: bucket,
    S3_ENDPOINT: s3.endpoint,
    S3_FORCE_PATH_STYLE: 'true',
    QUOTA_BYTES: String(quotaBytes),
  });

  const { origin: apiOrigin } = api;
  project.provide('servers', {
    apiOrigin,
    s3Endpoint: s3.endpoint,
    cognitoEndpoint,
    userPoolId,
    userPoolClientId,
  });
  return async () => {
    await api.close();
    await s3.close();
    await cognito.close();
    await rm(folder, { recursive: true, force: true });
  };
};
