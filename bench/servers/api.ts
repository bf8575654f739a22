import { join } from 'node:path';
import { type ChildServer, startChildServer } from './child-server.ts';
import { clientId, userPoolId } from './local-cognito.ts';

const root = join(import.meta.dirname, '../..');

/** The bundle of `pnpm build`. */
export const apiBundle = join(root, 'apps/api/dist');

export type ApiAddresses = { databaseUrl: string; cognitoEndpoint: string; s3Endpoint?: string };

/** The access key of the API at S3. */
const s3Credentials = { accessKeyId: 'bench', secretAccessKey: 'bench-secret' };

const bucketName = 'bench-files';

/** Settings of the API; without S3, signing an address still works, because it sends no request. */
export const apiEnvironment = ({
  databaseUrl,
  cognitoEndpoint,
  s3Endpoint = 'http://127.0.0.1:1',
}: ApiAddresses) => ({
  PORT: '0',
  PUBLIC_ORIGIN: 'http://localhost:5173',
  DATABASE_URL: databaseUrl,
  MIGRATE_ON_START: 'true',
  COGNITO_USER_POOL_ID: userPoolId,
  COGNITO_USER_POOL_CLIENT_ID: clientId,
  COGNITO_ENDPOINT: cognitoEndpoint,
  AWS_REGION: 'us-east-1',
  AWS_ACCESS_KEY_ID: s3Credentials.accessKeyId,
  AWS_SECRET_ACCESS_KEY: s3Credentials.secretAccessKey,
  S3_BUCKET: bucketName,
  S3_ENDPOINT: s3Endpoint,
  S3_FORCE_PATH_STYLE: 'true',
});

/** Starts the API as its container does: the bundle in its own process, log level info. */
export const startApi = (addresses: ApiAddresses): Promise<ChildServer> =>
  startChildServer(join(apiBundle, 'main.js'), [], { cwd: root, env: apiEnvironment(addresses) });
