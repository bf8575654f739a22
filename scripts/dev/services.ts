import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { productName } from '@share-my-files/contract';
import { pageSecurityHeaders } from '../../infra/constructs/web/security-headers.ts';
import { demoPeople } from '../demo/people.ts';
import {
  bucket,
  credentials,
  identityPool,
  origins,
  region,
  userPoolClientId,
  userPoolId,
} from './local-aws.ts';
import { describePool, writePoolConfig } from './pool-config.ts';
import type { Service } from './process-group.ts';
import type { Settings } from './settings.ts';

const root = resolve(import.meta.dirname, '../..');

const preload = (file: string): string => `--import=${pathToFileURL(resolve(import.meta.dirname, file))}`;

const node = (cwd: string, ...args: string[]) => ({
  command: process.execPath,
  args: [preload('end-with-supervisor.ts'), ...args],
  cwd: resolve(root, cwd),
});

/** Node's compile cache, which the next start reuses. */
export const compileCacheDirectory = resolve(root, 'node_modules/.cache/node-compile-cache');
const compileCache = { NODE_COMPILE_CACHE: compileCacheDirectory };

const localS3 = ({ ports, dataDirectory }: Settings): Service => ({
  name: 's3',
  ...node(
    'packages/local-s3',
    'src/bin.ts',
    `--port=${ports.s3}`,
    `--data=${resolve(dataDirectory, 's3')}`,
    `--access-key-id=${credentials.accessKeyId}`,
    `--secret-access-key=${credentials.secretAccessKey}`,
    `--region=${region}`,
    `--session-key=${identityPool.sessionKey}`,
  ),
  env: compileCache,
});

const localCognito = (settings: Settings): Service => ({
  name: 'cognito',
  ...node(
    'packages/local-cognito',
    'src/bin.ts',
    `--port=${settings.ports.cognito}`,
    `--tls-port=${settings.ports['cognito-tls']}`,
    `--data=${resolve(settings.dataDirectory, 'cognito')}`,
    `--pool-config=${writePoolConfig(settings, origins(settings).web)}`,
  ),
  env: compileCache,
});

/** Arguments of the gateway in front of the Lambda function, with the routes and scopes of production. */
const gatewayArguments = (type: 'http' | 'rest', settings: Settings): string[] => [
  resolve(root, 'packages/local-gateway/src/bin.ts'),
  ...['--type', type],
  ...['--port', String(settings.ports.api)],
  ...['--issuer', `https://cognito-idp.${region}.amazonaws.com/${userPoolId}`],
  ...['--client-id', userPoolClientId],
  ...['--jwks-uri', `${origins(settings).cognito}/${userPoolId}/.well-known/jwks.json`],
  ...['--handler', 'src/lambda.ts'],
  ...['--routes', `${resolve(root, 'packages/contract/src/gateway-routes.ts')}#gatewayRoutes`],
];

/** The settings of the API for the local servers and their data. */
export const apiEnvironment = (settings: Settings) => ({
  ...(settings.databaseUrl !== undefined && {
    DATABASE_URL: settings.databaseUrl,
    MIGRATE_ON_START: 'true',
  }),
  PORT: String(settings.ports.api),
  LOG_LEVEL: process.env.LOG_LEVEL ?? 'warn',
  PUBLIC_ORIGIN: origins(settings).web,
  PGLITE_DIRECTORY: resolve(settings.dataDirectory, 'db'),
  COGNITO_USER_POOL_ID: userPoolId,
  COGNITO_USER_POOL_CLIENT_ID: userPoolClientId,
  COGNITO_ENDPOINT: origins(settings).cognito,
  AWS_REGION: region,
  AWS_ACCESS_KEY_ID: credentials.accessKeyId,
  AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
  S3_BUCKET: bucket,
  S3_PROFILE_BUCKET: identityPool.bucket,
  S3_ENDPOINT: origins(settings).s3,
  S3_FORCE_PATH_STYLE: 'true',
  SES_ENDPOINT: origins(settings).cognito,
  MAIL_FROM: `${productName} <no-reply@share-my-files.example>`,
});

const api = (settings: Settings): Service => ({
  name: 'api',
  ...node(
    'apps/api',
    preload('load-drizzle-as-commonjs.ts'),
    // Without paths, Node would watch every module of every dependency.
    '--watch-path=src',
    '--watch-path=../../packages/contract/src',
    '--watch-preserve-output',
    ...(settings.gateway === undefined ? ['src/main.ts'] : gatewayArguments(settings.gateway, settings)),
  ),
  failure: /^Failed running /,
  // Else it would log that it cannot fetch the signing keys, and back off.
  startsAfterPort: settings.ports.cognito,
  env: { ...compileCache, ...apiEnvironment(settings) },
});

/** CloudFront's headers of the page, with the origins of the local servers. */
const pageHeaders = (settings: Settings) => {
  const { cognito, cognitoTls, s3 } = origins(settings);
  return pageSecurityHeaders({ bucketOrigins: [s3], cognitoOrigins: [cognito, cognitoTls] });
};

const productionBuild = (settings: Settings) => ({
  NODE_ENV: 'production',
  BUILD_DIRECTORY: resolve(settings.dataDirectory, 'site'),
  PAGE_HEADERS: JSON.stringify(pageHeaders(settings)),
});

// Vite would print the app's address as 127.0.0.1, which is not the origin that the other servers accept.
const vite = ['node_modules/vite/bin/vite.js', '--logLevel=warn'];

const web = (settings: Settings): Service => ({
  name: 'web',
  ...node('apps/web', ...(settings.built ? ['preview.ts'] : vite)),
  env: {
    ...compileCache,
    ...(settings.built && productionBuild(settings)),
    PORT: String(settings.ports.web),
    API_ORIGIN: origins(settings).api,
    WEB_CONFIG: JSON.stringify({
      selfSignUp: describePool(settings).selfSignUp,
      cognito: {
        userPoolId,
        userPoolClientId,
        userPoolEndpoint: `${origins(settings).cognito}/`,
        oauth: {
          domain: new URL(origins(settings).cognitoTls).host,
          providers: describePool(settings).providers,
          certificateUrl: `${origins(settings).cognitoTls}/certificate`,
        },
      },
      identityPool: {
        region,
        identityPoolId: identityPool.identityPoolId,
        identityPoolEndpoint: origins(settings).cognito,
        bucket: identityPool.bucket,
        s3Endpoint: origins(settings).s3,
      },
      mailboxUrl: `${origins(settings).cognito}/mailbox`,
      ...(settings.demo && { demoPeople }),
    }),
  },
});

/** Every server that the app needs, all on this machine. */
export const services = (settings: Settings): Service[] => [
  localCognito(settings),
  localS3(settings),
  web(settings),
  api(settings),
];
