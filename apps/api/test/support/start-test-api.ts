import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CreateBucketCommand } from '@aws-sdk/client-s3';
import { startLocalCognito } from '@share-my-files/local-cognito';
import { startLocalS3 } from '@share-my-files/local-s3';
import { CognitoJwtVerifier } from 'aws-jwt-verify';
import type { Fetcher } from 'aws-jwt-verify/https';
import { createApp } from '#app.ts';
import { createLocalFetcher, createSigningKeys } from '#auth/signing-keys.ts';
import { createTokenVerifier } from '#auth/token-verifier.ts';
import { users } from '#db/schema.ts';
import { createLogger } from '#http/logger.ts';
import { checkInvariants } from '#invariants/check-invariants.ts';
import { openDependencies } from '#open-dependencies.ts';
import { createServices } from '#services.ts';
import { copyDatabaseTemplate } from './database-template.ts';
import { createS3Faults } from './s3-faults.ts';
import { createTestUsers } from './test-users.ts';

const credentials = { accessKeyId: 'test', secretAccessKey: 'test-secret' };
const region = 'us-east-1';

type Options = {
  databaseUrl?: string;
  quotaBytes?: number;
  presignedUrlSeconds?: number;
  completionWaitMilliseconds?: number;
  /** By which the signing keys hold back after a failure. */
  signingKeysNow?: () => number;
  /** Stands between the API and the pool's key set. */
  wrapKeyFetcher?: (fetcher: Fetcher) => Fetcher;
};

/** The real app over HTTP, on the real schema, in front of a local user pool and a local S3. */
export const startTestApi = async (options: Options = {}) => {
  const folder = await mkdtemp(join(tmpdir(), 'share-my-files-api-'));
  const cognito = await startLocalCognito({ dataDirectory: join(folder, 'cognito') });
  const s3 = await startLocalS3({ dataDirectory: join(folder, 's3'), credentials, region });
  process.env.AWS_ACCESS_KEY_ID = credentials.accessKeyId;
  process.env.AWS_SECRET_ACCESS_KEY = credentials.secretAccessKey;

  const logLines: string[] = [];
  const logger = createLogger('debug', { write: (line: string) => void logLines.push(line) });
  const config = {
    host: '127.0.0.1',
    port: 0,
    logLevel: 'debug' as const,
    publicOrigin: 'http://localhost:5173',
    trustProxy: 0,
    databaseUrl: options.databaseUrl,
    pgliteDirectory: await copyDatabaseTemplate(join(folder, 'db')),
    migrateOnStart: true,
    userPoolId: cognito.userPoolId,
    clientId: cognito.userPoolClientId,
    cognitoEndpoint: cognito.endpoint,
    region,
    bucketName: 'test-files',
    s3Endpoint: s3.endpoint,
    forcePathStyle: true,
    presignedUrlSeconds: options.presignedUrlSeconds ?? 120,
    quotaBytes: options.quotaBytes ?? 1024 ** 3,
    sesEndpoint: cognito.endpoint,
    mailFrom: 'ShareMyFiles <no-reply@share-my-files.example>',
  };
  const signingKeys = createSigningKeys(
    CognitoJwtVerifier.parseUserPoolId(cognito.userPoolId).jwksUri,
    (options.wrapKeyFetcher ?? ((fetcher) => fetcher))(createLocalFetcher(cognito.jwksUri)),
    options.signingKeysNow,
  );
  const dependencies = {
    ...(await openDependencies(config, logger)),
    signingKeys,
    verifyAccessToken: createTokenVerifier({ ...config, jwksCache: signingKeys.cache, now: Date.now }),
    completionWaitMilliseconds: options.completionWaitMilliseconds ?? 20_000,
  };
  const { database, bucket } = dependencies;
  await bucket.client.send(new CreateBucketCommand({ Bucket: bucket.name }));
  await signingKeys.refresh();
  const services = createServices(dependencies);
  const app = createApp({ ...dependencies, services });
  const server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

  return {
    app,
    dependencies,
    server,
    services,
    database,
    bucket,
    cognito,
    s3,
    logLines,
    faults: createS3Faults(bucket.client),
    ...createTestUsers(server, cognito),
    /** Forgets who has signed out everywhere. */
    admitAgain: () => database.queries.update(users).set({ tokensValidAfter: null }),
    findViolations: () => checkInvariants({ database, bucket }),
    close: async () => {
      await new Promise((resolve) => server.close(resolve));
      await database.close();
      bucket.client.destroy();
      await s3.close();
      await cognito.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
};

export type TestApi = Awaited<ReturnType<typeof startTestApi>>;
