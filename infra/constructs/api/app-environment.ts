import type { IRole } from 'aws-cdk-lib/aws-iam';
import type { UserPool } from '../auth/user-pool.ts';
import type { UserPoolClient } from '../auth/user-pool-client.ts';
import { Database } from '../database/database.ts';
import type { FileBucket } from '../files/file-bucket.ts';
import type { ProfileBucket } from '../files/profile-bucket.ts';

/** The resources that the API's code needs in each of its functions. */
export type AppResources = {
  siteOrigin: string;
  userPool: UserPool;
  userPoolClient: UserPoolClient;
  fileBucket: FileBucket;
  profileBucket: ProfileBucket | undefined;
  database: Database;
  quotaGibibytes: number;
};

/** The settings of `apps/api/src/config.ts`. None is a secret: all permissions come from the role. */
export const toEnvironment = (resources: AppResources): Record<string, string> => ({
  NODE_ENV: 'production',
  PUBLIC_ORIGIN: resources.siteOrigin,
  COGNITO_USER_POOL_ID: resources.userPool.pool.userPoolId,
  COGNITO_USER_POOL_CLIENT_ID: resources.userPoolClient.client.userPoolClientId,
  S3_BUCKET: resources.fileBucket.bucket.bucketName,
  QUOTA_BYTES: String(resources.quotaGibibytes * 1024 ** 3),
  DSQL_ENDPOINT: resources.database.endpoint,
  DSQL_USER: Database.user,
});

/** Grants what the same code needs: the files, one database role, and the removal of a lost authenticator app. */
export const grantResources = (role: IRole, { fileBucket, database, userPool }: AppResources): void => {
  fileBucket.grantFiles(role);
  database.grantConnect(role);
  userPool.pool.grant(role, 'cognito-idp:AdminDeleteSoftwareToken', 'cognito-idp:AdminUserGlobalSignOut');
};
