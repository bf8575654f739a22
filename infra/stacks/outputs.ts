import { CfnOutput, type Stack } from 'aws-cdk-lib';
import type { ApiGateway } from '../constructs/api/api-gateway.ts';
import type { SignIn } from '../constructs/auth/sign-in.ts';
import type { DatabaseBackup } from '../constructs/database/database-backup.ts';
import type { FileBucket } from '../constructs/files/file-bucket.ts';
import type { ProfileBucket } from '../constructs/files/profile-bucket.ts';
import type { Site } from '../constructs/web/site.ts';

type Deployed = {
  site: Site;
  signIn: SignIn;
  fileBucket: FileBucket;
  profileBucket: ProfileBucket | undefined;
  gateway: ApiGateway;
  backup: DatabaseBackup | undefined;
};

/** Writes the outputs that the deploy script reads. Their names are a contract with scripts/deploy/stack-outputs.ts. */
export const writeOutputs = (stack: Stack, deployed: Deployed): void => {
  const { site, signIn, fileBucket, profileBucket, gateway, backup } = deployed;
  const { domain, offered } = signIn.identityProviders;
  const outputs = {
    SiteUrl: site.origin,
    SiteBucketName: site.bucket.bucketName,
    DistributionId: site.distribution.distributionId,
    UserPoolId: signIn.userPool.pool.userPoolId,
    UserPoolClientId: signIn.userPoolClient.client.userPoolClientId,
    FileBucketName: fileBucket.bucket.bucketName,
    ApiUrl: gateway.url,
    Region: stack.region,
    IdentityPoolId: signIn.identityPool?.pool.identityPoolId,
    ProfileBucketName: profileBucket?.bucket.bucketName,
    UserPoolDomain: domain?.baseUrl(),
    IdentityProviders: domain && JSON.stringify(offered),
    // For an operator who restores a backup: docs/deployment.md.
    BackupVaultName: backup?.vault.backupVaultName,
    BackupRoleArn: backup?.role.roleArn,
    SelfSignUp: String(signIn.selfSignUp),
  };
  for (const [name, value] of Object.entries(outputs)) {
    if (value !== undefined) new CfnOutput(stack, name, { value });
  }
};
