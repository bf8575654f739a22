import { Duration } from 'aws-cdk-lib';
import { BlockPublicAccess, Bucket, BucketEncryption, ObjectOwnership } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { acknowledge } from '../acknowledge.ts';
import { removalPolicyOf } from '../removal-policy.ts';

export type AccessLogBucketProps = { retentionDays: number; destroyable: boolean };

/** The access logs of S3 and CloudFront, kept for `retentionDays`. */
export class AccessLogBucket extends Construct {
  readonly bucket: Bucket;

  constructor(scope: Construct, id: string, { retentionDays, destroyable }: AccessLogBucketProps) {
    super(scope, id);
    this.bucket = new Bucket(this, 'Bucket', {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      enforceSSL: true,
      encryption: BucketEncryption.S3_MANAGED,
      // CloudFront delivers its standard logs by an ACL grant.
      objectOwnership: ObjectOwnership.BUCKET_OWNER_PREFERRED,
      lifecycleRules: [{ expiration: Duration.days(retentionDays) }],
      removalPolicy: removalPolicyOf(destroyable),
      autoDeleteObjects: destroyable,
    });
    acknowledge(this.bucket, 'AwsSolutions-S1', 'A log of access to the logs would log itself.');
  }
}
