import { Stack } from 'aws-cdk-lib';
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  type CorsRule,
  type LifecycleRule,
  ObjectOwnership,
} from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { removalPolicyOf } from '../removal-policy.ts';
import type { AccessLogBucket } from './access-log-bucket.ts';

export type UserBucketProps = {
  bucketName: string;
  siteOrigin: string;
  accessLogs: AccessLogBucket;
  destroyable: boolean;
};

type Rules = {
  logPrefix: string;
  cors: Omit<CorsRule, 'allowedOrigins'>;
  lifecycleRules: LifecycleRule[];
};

/**
 * A private bucket that browsers reach with signed requests. Its name is fixed, because the site's
 * Content-Security-Policy names the bucket and the bucket's CORS rule names the site.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/security-best-practices.html
 */
export class UserBucket extends Bucket {
  constructor(scope: Construct, id: string, props: UserBucketProps, rules: Rules) {
    super(scope, id, {
      bucketName: props.bucketName,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      versioned: true,
      serverAccessLogsBucket: props.accessLogs.bucket,
      serverAccessLogsPrefix: rules.logPrefix,
      cors: [{ ...rules.cors, allowedOrigins: [props.siteOrigin], maxAge: 600 }],
      lifecycleRules: [
        ...rules.lifecycleRules,
        // A separate rule, because S3 rejects it together with an expiry in days.
        { id: 'remove-delete-markers', expiredObjectDeleteMarker: true },
      ],
      removalPolicy: removalPolicyOf(props.destroyable),
      autoDeleteObjects: props.destroyable,
    });
  }

  /** The host of the bucket for browsers. */
  static hostOf(scope: Construct, bucketName: string): string {
    const { region, urlSuffix } = Stack.of(scope);
    return `${bucketName}.s3.${region}.${urlSuffix}`;
  }
}
