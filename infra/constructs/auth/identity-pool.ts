import {
  IdentityPool as CognitoIdentityPool,
  UserPoolAuthenticationProvider,
} from 'aws-cdk-lib/aws-cognito-identitypool';
import { Construct } from 'constructs';
import type { ProfileBucket } from '../files/profile-bucket.ts';
import type { UserPool } from './user-pool.ts';
import type { UserPoolClient } from './user-pool-client.ts';

export type IdentityPoolProps = {
  userPool: UserPool;
  userPoolClient: UserPoolClient;
  profileBucket: ProfileBucket;
};

/**
 * Temporary AWS credentials for signed-in users, limited to their own `profiles/` prefix. Files need none: the API
 * signs their URLs.
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/iam-roles.html
 */
export class IdentityPool extends Construct {
  readonly pool: CognitoIdentityPool;

  constructor(scope: Construct, id: string, props: IdentityPoolProps) {
    super(scope, id);
    this.pool = new CognitoIdentityPool(this, 'Pool', {
      allowUnauthenticatedIdentities: false,
      authenticationProviders: {
        userPools: [
          new UserPoolAuthenticationProvider({
            userPool: props.userPool.pool,
            userPoolClient: props.userPoolClient.client,
          }),
        ],
      },
    });
    props.profileBucket.grantOwnProfile(this.pool.authenticatedRole);
  }
}
