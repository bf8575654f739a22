import { join } from 'node:path';
import { type ChildServer, startChildServer } from '../servers/child-server.ts';
import { clientId, userPoolId } from '../servers/local-cognito.ts';

const root = join(import.meta.dirname, '../..');

type Addresses = { databaseUrl: string; cognitoEndpoint: string };

/** Starts the API as its container does: the bundle of `pnpm build`, in its own process, log level info. */
export const startApi = ({ databaseUrl, cognitoEndpoint }: Addresses): Promise<ChildServer> =>
  startChildServer(join(root, 'apps/api/dist/main.js'), [], {
    cwd: root,
    env: {
      PORT: '0',
      PUBLIC_ORIGIN: 'http://localhost:5173',
      DATABASE_URL: databaseUrl,
      MIGRATE_ON_START: 'true',
      COGNITO_USER_POOL_ID: userPoolId,
      COGNITO_USER_POOL_CLIENT_ID: clientId,
      COGNITO_ENDPOINT: cognitoEndpoint,
      AWS_REGION: 'us-east-1',
      AWS_ACCESS_KEY_ID: 'bench',
      AWS_SECRET_ACCESS_KEY: 'bench-secret',
      S3_BUCKET: 'bench-files',
      // Signing an address sends no request.
      S3_ENDPOINT: 'http://127.0.0.1:1',
      S3_FORCE_PATH_STYLE: 'true',
    },
  });
