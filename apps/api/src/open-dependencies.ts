import { permissions } from '@share-my-files/contract';
import { CognitoJwtVerifier } from 'aws-jwt-verify';
import type { Logger } from 'pino';
import { createLocalFetcher, createSigningKeys } from '#auth/signing-keys.ts';
import { createTokenVerifier } from '#auth/token-verifier.ts';
import { openUserPool } from '#auth/user-pool.ts';
import type { WatchStatement } from '#db/database.ts';
import { openDatabase } from '#db/open-database.ts';
import { createSesMailer, type SendMail } from '#mail/mailer.ts';
import { openBucket } from '#storage/s3.ts';
import type { Config } from './config.ts';

const openSigningKeys = ({ userPoolId, cognitoEndpoint }: Config) => {
  const { jwksUri } = CognitoJwtVerifier.parseUserPoolId(userPoolId);
  if (cognitoEndpoint === undefined) return createSigningKeys(jwksUri);
  const localUri = new URL(`${userPoolId}/.well-known/jwks.json`, `${cognitoEndpoint.replace(/\/$/, '')}/`);
  return createSigningKeys(jwksUri, createLocalFetcher(localUri.href));
};

const openMailer = ({ region, sesEndpoint, mailFrom, mailConfigurationSet }: Config): SendMail =>
  mailFrom === undefined
    ? () => Promise.resolve()
    : createSesMailer({
        region,
        endpoint: sesEndpoint,
        from: mailFrom,
        configurationSet: mailConfigurationSet,
      });

/** Opens everything outside this process; only the database has to be reachable. */
export const openDependencies = async (config: Config & { onStatement?: WatchStatement }, logger: Logger) => {
  const { profileBucketName } = config;
  const signingKeys = openSigningKeys(config);
  const bucket = openBucket(config);
  return {
    ...config,
    permissions,
    logger,
    database: await openDatabase(config, logger),
    bucket,
    profileBucket: profileBucketName === undefined ? undefined : { ...bucket, name: profileBucketName },
    signingKeys,
    now: Date.now,
    verifyAccessToken: createTokenVerifier({ ...config, jwksCache: signingKeys.cache, now: Date.now }),
    userPool: openUserPool(config),
    sendMail: openMailer(config),
    completionWaitMilliseconds: 20_000,
  };
};

export type Dependencies = Awaited<ReturnType<typeof openDependencies>>;
