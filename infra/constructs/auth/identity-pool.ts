import {
  IdentityPool as CognitoIdentityPool,
  UserPoolAuthenticationProvider,
} from 'aws-cdk-lib/aws-cognito-identitypool';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import type { FileBucket } from '../files/file-bucket.ts';
import type { UserPool } from './user-pool.ts';
import type { UserPoolClient } from './user-pool-client.ts';

export type IdentityPoolProps = {
  userPool: UserPool;
  userPoolClient: UserPoolClient;
  fileBucket: FileBucket;
};

// IAM puts the caller's identity in its place at each request, so one policy serves all users.
const ownProfiles = `profiles/\${cognito-identity.amazonaws.com:sub}/*`;

/**
 * Temporary AWS credentials for signed-in users, who reach only what lies below their own `profiles/` prefix.
 * The app itself needs none: its API signs URLs.
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/iam-roles.html
 */
export class IdentityPool extends Construct {
  readonly pool: CognitoIdentityPool;

  constructor(scope: Construct, id: string, { userPool, userPoolClient, fileBucket }: IdentityPoolProps) {
    super(scope, id);
    this.pool = new CognitoIdentityPool(this, 'Pool', {
      allowUnauthenticatedIdentities: false,
      authenticationProviders: {
        userPools: [
          new UserPoolAuthenticationProvider({
            userPool: userPool.pool,
            userPoolClient: userPoolClient.client,
          }),
        ],
      },
    });
    const objects = fileBucket.bucket.arnForObjects(ownProfiles);
    this.pool.authenticatedRole.addToPrincipalPolicy(
      new PolicyStatement({
        actions: ['s3:GetObject', 's3:PutObject', 's3:DeleteObject'],
        resources: [objects],
      }),
    );
    fileBucket.acknowledgeObjects(this.pool.authenticatedRole, ownProfiles);
  }
}
