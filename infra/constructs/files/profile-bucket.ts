import { profilePictureKey } from '@share-my-files/contract';
import { Duration } from 'aws-cdk-lib';
import { type IRole, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { HttpMethods } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { acknowledgeWildcard } from '../acknowledge.ts';
import { UserBucket, type UserBucketProps } from './user-bucket.ts';

// IAM replaces the variable by the user's id, with which the identity pool tags the session: one policy serves all.
const ownPicture = profilePictureKey(`\${aws:PrincipalTag/sub}`);
const anyPicture = profilePictureKey('????????-????-????-????-????????????');

/**
 * The users' profile pictures, which browsers write with credentials of the identity pool. They are separate from the
 * files, where every object belongs to a row of the API.
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/using-attributes-for-access-control-policy-example.html
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

  /** Lets the role read, write and delete the picture of the user who assumed it. */
  grantOwnPicture(role: IRole): void {
    role.addToPrincipalPolicy(
      new PolicyStatement({
        actions: ['s3:GetObject', 's3:PutObject', 's3:DeleteObject'],
        resources: [this.bucket.arnForObjects(ownPicture)],
      }),
    );
  }

  /** Lets the role delete pictures, but not read them. */
  grantDeletion(role: IRole): void {
    role.addToPrincipalPolicy(
      new PolicyStatement({
        actions: ['s3:DeleteObject'],
        resources: [this.bucket.arnForObjects(anyPicture)],
      }),
    );
    const reason =
      'Users are unknown at deployment: the wildcards stand for the id in one fixed form of key.';
    acknowledgeWildcard(role, this.bucket, `/${anyPicture}`, reason);
  }
}
