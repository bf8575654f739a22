import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { AnyPrincipal, Effect, type IRole, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  HttpMethods,
  ObjectOwnership,
} from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { acknowledgeWildcard } from '../acknowledge.ts';
import type { AccessLogBucket } from './access-log-bucket.ts';

export type FileBucketProps = {
  bucketName: string;
  siteOrigin: string;
  accessLogs: AccessLogBucket;
  destroyable: boolean;
};

/** Days after which S3 drops the parts of an upload; the API gives up earlier, when nobody has resumed it. */
export const abortIncompleteUploadDays = 8;

/** The longest that a presigned URL is believed, whatever it says itself; the API's are shorter. */
export const maximumSignatureAge = Duration.minutes(10);

// `<Cognito sub>/<object id>`, two UUIDs: the API reaches nothing else in the bucket.
const fileKeys = '????????-????-????-????-????????????/????????-????-????-????-????????????';

/**
 * The users' files, which browsers send and fetch by presigned URLs. Its name is fixed, because the site's
 * Content-Security-Policy names the bucket and the bucket's CORS rule names the site.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/security-best-practices.html
 */
export class FileBucket extends Construct {
  readonly bucket: Bucket;

  constructor(
    scope: Construct,
    id: string,
    { bucketName, siteOrigin, accessLogs, destroyable }: FileBucketProps,
  ) {
    super(scope, id);
    this.bucket = new Bucket(this, 'Bucket', {
      bucketName,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      versioned: true,
      serverAccessLogsBucket: accessLogs.bucket,
      serverAccessLogsPrefix: 'files/',
      cors: [
        {
          allowedOrigins: [siteOrigin],
          allowedMethods: [HttpMethods.GET, HttpMethods.PUT],
          allowedHeaders: ['content-type', 'x-amz-checksum-sha256'],
          exposedHeaders: ['ETag', 'x-amz-checksum-sha256'],
          maxAge: 600,
        },
      ],
      lifecycleRules: [
        {
          id: 'finish-what-was-left',
          abortIncompleteMultipartUploadAfter: Duration.days(abortIncompleteUploadDays),
          noncurrentVersionExpiration: Duration.days(30),
        },
        // S3 refuses this beside an expiry in days: it has to be a rule of its own.
        { id: 'remove-delete-markers', expiredObjectDeleteMarker: true },
      ],
      removalPolicy: destroyable ? RemovalPolicy.DESTROY : RemovalPolicy.RETAIN,
      autoDeleteObjects: destroyable,
    });
    this.#refuseOldSignatures();
  }

  /** Host that presigned URLs point at. */
  static hostOf(scope: Construct, bucketName: string): string {
    const { region, urlSuffix } = Stack.of(scope);
    return `${bucketName}.s3.${region}.${urlSuffix}`;
  }

  /** Lets the role sign and finish transfers, look objects up and delete them; never another user's profile. */
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
      // Without ListBucket S3 answers 403 for an object that is missing, as if there were an outage.
      new PolicyStatement({
        actions: ['s3:ListBucket', 's3:ListBucketMultipartUploads'],
        resources: [this.bucket.bucketArn],
      }),
    );
    this.acknowledgeObjects(role, fileKeys);
  }

  /** Accepts the wildcard of a policy that is limited to `keys` of this bucket. */
  acknowledgeObjects(role: IRole, keys: string): void {
    acknowledgeWildcard(
      role,
      this.bucket,
      `/${keys}`,
      'Objects are not known when deploying: the wildcards stand for their ids, below one fixed form of key.',
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
