import { Duration } from 'aws-cdk-lib';
import { type IRole, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { HttpMethods } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { acknowledgeWildcard } from '../acknowledge.ts';
import { UserBucket, type UserBucketProps } from './user-bucket.ts';

// IAM replaces the variable by the caller's identity, so one policy serves all users.
const ownProfile = `profiles/\${cognito-identity.amazonaws.com:sub}/*`;

/**
 * The users' profile pictures, which browsers write with credentials of the identity pool. They are separate from the
 * files, where every object belongs to a row of the API.
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/iam-roles.html
 */
export class ProfileBucket extends Construct {
  readonly bucket: UserBucket;

  constructor(scope: Construct, id: string, props: UserBucketProps) {
    super(scope, id);
    this.bucket = new UserBucket(this, 'Bucket', props, {
      logPrefix: 'profiles/',
      cors: {
        allowedMethods: [HttpMethods.GET, HttpMethods.PUT, HttpMethods.DELETE],
        allowedHeaders: ['content-type'],
      },
      lifecycleRules: [{ id: 'forget-old-pictures', noncurrentVersionExpiration: Duration.days(30) }],
    });
  }

  /** Lets the role read, write and delete below the prefix of the identity that assumed it. */
  grantOwnProfile(role: IRole): void {
    role.addToPrincipalPolicy(
      new PolicyStatement({
        actions: ['s3:GetObject', 's3:PutObject', 's3:DeleteObject'],
        resources: [this.bucket.arnForObjects(ownProfile)],
      }),
    );
    const reason = 'The variable stands for one identity: the wildcard covers the keys below its own prefix.';
    acknowledgeWildcard(role, this.bucket, `/${ownProfile}`, reason);
  }
}
