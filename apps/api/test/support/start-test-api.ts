import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CreateBucketCommand } from '@aws-sdk/client-s3';
import { type Permissions, permissions, profilePictureKey } from '@share-my-files/contract';
import { startLocalCognito, type UserPoolConfig } from '@share-my-files/local-cognito';
import { startLocalS3 } from '@share-my-files/local-s3';
import { CognitoJwtVerifier } from 'aws-jwt-verify';
import type { Fetcher } from 'aws-jwt-verify/https';
import { sql } from 'drizzle-orm';
import { createApp } from '#app.ts';
import { createLocalFetcher, createSigningKeys } from '#auth/signing-keys.ts';
import { createTokenVerifier } from '#auth/token-verifier.ts';
import { sessions, shareNotices, users } from '#db/schema.ts';
import { createLogger } from '#http/logger.ts';
import { checkInvariants } from '#invariants/check-invariants.ts';
import { openDependencies } from '#open-dependencies.ts';
import { createServices, type Services } from '#services.ts';
import { copyDatabaseTemplate } from './database-template.ts';
import { createS3Faults } from './s3-faults.ts';
import { startFront } from './start-front.ts';
import { createTestClient } from './test-client.ts';
import { createTestDatabase } from './test-database.ts';
import { createTestUsers } from './test-users.ts';
import { watchStatements } from './watch-statements.ts';

const credentials = { accessKeyId: 'test', secretAccessKey: 'test-secret' };
const region = 'us-east-1';
const profileBucketName = 'test-profiles';
const identityPool = {
  bucket: profileBucketName,
  prefix: profilePictureKey(`\${aws:PrincipalTag/sub}`),
  principalTags: { sub: 'sub' },
  sessionKey: 'test-session-key',
};

type Options = {
  poolConfig?: UserPoolConfig;
  quotaBytes?: number;
  quotaFiles?: number;
  presignedUrlSeconds?: number;
  permissions?: Permissions;
  completionWaitMilliseconds?: number;
  cognitoNow?: () => number;
  /** Clock of the API. */
  now?: () => number;
  /** Clock by which the signing keys back off after a failure. */
  signingKeysNow?: () => number;
  /** Wraps the API's fetcher of the pool's key set. */
  wrapKeyFetcher?: (fetcher: Fetcher) => Fetcher;
};

/** Starts the real app, alone or behind a gateway, with the real schema, a local user pool and a local S3. */
export const startTestApi = async (options: Options = {}) => {
  const folder = await mkdtemp(join(tmpdir(), 'share-my-files-api-'));
  const cognito = await startLocalCognito({
    dataDirectory: join(folder, 'cognito'),
    poolConfig: { userSessionTracking: 'ENABLED', identityPool, ...options.poolConfig },
    now: options.cognitoNow ?? Date.now,
  });
  const { sessionKey } = identityPool;
  const s3 = await startLocalS3({ dataDirectory: join(folder, 's3'), credentials, region, sessionKey });
  process.env.AWS_ACCESS_KEY_ID = credentials.accessKeyId;
  process.env.AWS_SECRET_ACCESS_KEY = credentials.secretAccessKey;

  const readClock = options.now ?? Date.now;
  let passedMilliseconds = 0;
  const now = () => readClock() + passedMilliseconds;
  /** After it, each instance asks again whether a session is alive. */
  const passOneSecond = (): void => {
    passedMilliseconds += 1_001;
  };

  const { databaseUrl, drop } = await createTestDatabase();
  const statements = watchStatements();
  const logLines: string[] = [];
  const logger = createLogger('debug', { write: (line: string) => void logLines.push(line) });
  const config = {
    host: '127.0.0.1',
    port: 0,
    logLevel: 'debug' as const,
    publicOrigin: 'http://localhost:5173',
    trustProxy: 0,
    databaseUrl,
    dsql: undefined,
    pgliteDirectory: databaseUrl === undefined ? await copyDatabaseTemplate(join(folder, 'db')) : 'memory://',
    migrateOnStart: true,
    userPoolId: cognito.userPoolId,
    clientId: cognito.userPoolClientId,
    cognitoEndpoint: cognito.endpoint,
    region,
    bucketName: 'test-files',
    profileBucketName,
    s3Endpoint: s3.endpoint,
    s3PublicEndpoint: s3.endpoint,
    forcePathStyle: true,
    presignedUrlSeconds: options.presignedUrlSeconds ?? 120,
    quotaBytes: options.quotaBytes ?? 1024 ** 3,
    quotaFiles: options.quotaFiles ?? 10_000,
    sesEndpoint: cognito.endpoint,
    mailConfigurationSet: undefined,
    mailFrom: 'ShareMyFiles <no-reply@share-my-files.example>',
  };
  const keyFetcher = (options.wrapKeyFetcher ?? ((fetcher) => fetcher))(createLocalFetcher(cognito.jwksUri));
  const signingKeys = createSigningKeys(
    CognitoJwtVerifier.parseUserPoolId(cognito.userPoolId).jwksUri,
    keyFetcher,
    options.signingKeysNow,
  );
  const dependencies = {
    ...(await openDependencies({ ...config, onStatement: statements.watch }, logger)),
    signingKeys,
    now,
    verifyAccessToken: createTokenVerifier({ ...config, jwksCache: signingKeys.cache, now }),
    completionWaitMilliseconds: options.completionWaitMilliseconds ?? 20_000,
    permissions: options.permissions ?? permissions,
  };
  const { database, bucket } = dependencies;
  for (const Bucket of [bucket.name, profileBucketName]) {
    await bucket.client.send(new CreateBucketCommand({ Bucket }));
  }
  await signingKeys.refresh();
  const services = createServices(dependencies);
  const startInstance = (instanceServices: Services) =>
    startFront((identify) => createApp({ ...dependencies, services: instanceServices, identify }), {
      ...dependencies,
      cognito,
      keyFetcher,
    });
  const { app, server, close } = await startInstance(services);

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
    countStatements: statements.count,
    passOneSecond,
    faults: createS3Faults(bucket.client),
    signingFaults: createS3Faults(bucket.urlSigner),
    ...createTestUsers(server, cognito),
    /** Starts another API on the same database, with a memory of its own. */
    startOther: async () => {
      const other = await startInstance(createServices(dependencies));
      return { clientWith: (token: string) => createTestClient(other.server, token), close: other.close };
    },
    /** Makes every confirmation older, as if time had passed. */
    ageConfirmations: async (seconds: number): Promise<void> => {
      const age = { confirmedAt: sql`${sessions.confirmedAt} - make_interval(secs => ${seconds})` };
      await database.transaction((tx) => tx.update(sessions).set(age));
      passOneSecond();
    },
    /** Makes the check of every owner due, as if a minute had passed. */
    ageOwnerChecks: () => database.transaction((tx) => tx.update(users).set({ statusCheckedAt: null })),
    undoDeletions: () =>
      database.transaction((tx) => tx.update(users).set({ deletingAt: null, emailVerified: true })),
    forgetNotices: () => database.transaction((tx) => tx.delete(shareNotices)),
    findViolations: () => checkInvariants({ database, bucket }),
    close: async () => {
      await close();
      await database.close();
      await drop();
      bucket.client.destroy();
      await s3.close();
      await cognito.close();
      await rm(folder, { recursive: true, force: true });
      statements.expectToRunOnDsql();
    },
  };
};

export type TestApi = Awaited<ReturnType<typeof startTestApi>>;
