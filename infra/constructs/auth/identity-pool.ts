import { Lazy } from 'aws-cdk-lib';
import { CfnIdentityPoolPrincipalTag } from 'aws-cdk-lib/aws-cognito';
import {
  IdentityPool as CognitoIdentityPool,
  UserPoolAuthenticationProvider,
} from 'aws-cdk-lib/aws-cognito-identitypool';
import { FederatedPrincipal, Role } from 'aws-cdk-lib/aws-iam';
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
 * Temporary AWS credentials for signed-in users, limited to their own picture. Files need none: the API signs their
 * URLs.
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/attributes-for-access-control.html
 */
export class IdentityPool extends Construct {
  readonly pool: CognitoIdentityPool;

  constructor(scope: Construct, id: string, props: IdentityPoolProps) {
    super(scope, id);
    const users = new Role(this, 'Users', {
      description: 'Browsers of signed-in users.',
      assumedBy: this.#signedInUsers(),
    });
    this.pool = new CognitoIdentityPool(this, 'Pool', {
      allowUnauthenticatedIdentities: false,
      authenticatedRole: users,
      authenticationProviders: {
        userPools: [
          new UserPoolAuthenticationProvider({
            userPool: props.userPool.pool,
            userPoolClient: props.userPoolClient.client,
          }),
        ],
      },
    });
    new CfnIdentityPoolPrincipalTag(this, 'PrincipalTags', {
      identityPoolId: this.pool.identityPoolId,
      identityProviderName: props.userPool.pool.userPoolProviderName,
      useDefaults: false,
      principalTags: { sub: 'sub' },
    });
    props.profileBucket.grantOwnPicture(users);
  }

  /** Every authenticated identity of the pool; Cognito also tags its session, which needs a permission of its own. */
  #signedInUsers() {
    const identityPoolId = Lazy.string({ produce: () => this.pool.identityPoolId });
    return new FederatedPrincipal(
      'cognito-identity.amazonaws.com',
      {
        StringEquals: { 'cognito-identity.amazonaws.com:aud': identityPoolId },
        'ForAnyValue:StringLike': { 'cognito-identity.amazonaws.com:amr': 'authenticated' },
      },
      'sts:AssumeRoleWithWebIdentity',
    ).withSessionTags();
  }
}
