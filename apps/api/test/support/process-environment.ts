import type { TestApi } from './start-test-api.ts';

/** Settings of a process that shares the database, the user pool and the storage of a test API. */
export const processEnvironment = ({ dependencies, cognito, s3 }: TestApi) => ({
  PUBLIC_ORIGIN: 'http://localhost:5173',
  PORT: '0',
  DATABASE_URL: dependencies.databaseUrl ?? '',
  COGNITO_USER_POOL_ID: cognito.userPoolId,
  COGNITO_USER_POOL_CLIENT_ID: cognito.userPoolClientId,
  COGNITO_ENDPOINT: cognito.endpoint,
  AWS_REGION: 'us-east-1',
  AWS_ACCESS_KEY_ID: 'test',
  AWS_SECRET_ACCESS_KEY: 'test-secret',
  S3_BUCKET: 'test-files',
  S3_ENDPOINT: s3.endpoint,
  S3_FORCE_PATH_STYLE: 'true',
});
