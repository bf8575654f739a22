import { Duration } from 'aws-cdk-lib';
import { AnyPrincipal, Effect, type IRole, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { HttpMethods } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { acknowledgeWildcard } from '../acknowledge.ts';
import { UserBucket, type UserBucketProps } from './user-bucket.ts';

/** Days until S3 deletes the parts of an incomplete upload; the API aborts it earlier. */
export const abortIncompleteUploadDays = 8;

/** The maximum age of a presigned URL, whatever its own lifetime; the API's URLs are shorter-lived. */
export const maximumSignatureAge = Duration.minutes(10);

// `<Cognito sub>/<object id>`, two UUIDs: the API has access to no other key.
const fileKeys = '????????-????-????-????-????????????/????????-????-????-????-????????????';

/**
 * The users' files, which browsers upload and download by presigned URLs.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/using-presigned-url.html
 */
export class FileBucket extends Construct {
  readonly bucket: UserBucket;

  constructor(scope: Construct, id: string, props: UserBucketProps) {
    super(scope, id);
    this.bucket = new UserBucket(this, 'Bucket', props, {
      logPrefix: 'files/',
      cors: {
        allowedMethods: [HttpMethods.GET, HttpMethods.PUT],
        allowedHeaders: ['content-type', 'x-amz-checksum-sha256'],
        exposedHeaders: ['ETag', 'x-amz-checksum-sha256'],
      },
      lifecycleRules: [
        {
          id: 'finish-what-was-left',
          abortIncompleteMultipartUploadAfter: Duration.days(abortIncompleteUploadDays),
          noncurrentVersionExpiration: Duration.days(30),
        },
      ],
    });
    this.#refuseOldSignatures();
  }

  /** Lets the role sign and complete transfers, look objects up and delete them. */
  grantFiles(role: IRole): void {
    const objects = this.bucket.arnForObjects(fileKeys);
    role.addToPrincipalPolicy(
      new PolicyStatement({
        actions: [
          's3:GetObject',
          's3:PutObject',
          's3:DeleteObject',
          's3:AbortMultipartUpload',
          's3:ListMultipartUploadParts',
        ],
        resources: [objects],
      }),
    );
    role.addToPrincipalPolicy(
      // Without ListBucket, S3 responds with 403 for a missing object.
      new PolicyStatement({
        actions: ['s3:ListBucket', 's3:ListBucketMultipartUploads'],
        resources: [this.bucket.bucketArn],
      }),
    );
    acknowledgeWildcard(
      role,
      this.bucket,
      `/${fileKeys}`,
      'Object keys are unknown at deployment: the wildcards stand for the ids in one fixed form of key.',
    );
  }

  #refuseOldSignatures(): void {
    this.bucket.addToResourcePolicy(
      new PolicyStatement({
        sid: 'RefuseOldSignatures',
        effect: Effect.DENY,
        principals: [new AnyPrincipal()],
        actions: ['s3:*'],
        resources: [this.bucket.arnForObjects('*')],
        // In milliseconds.
        conditions: {
          StringEquals: { 's3:authType': 'REST-QUERY-STRING' },
          NumericGreaterThan: { 's3:signatureAge': maximumSignatureAge.toMilliseconds() },
        },
      }),
    );
  }
}
