import { productName } from '@share-my-files/contract';
import { Duration } from 'aws-cdk-lib';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import {
  AccessLevel,
  AllowedMethods,
  type BehaviorOptions,
  CachePolicy,
  Function as CloudFrontFunction,
  Distribution,
  FunctionEventType,
  FunctionRuntime,
  HttpVersion,
  type IOrigin,
  OriginRequestPolicy,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import { BlockPublicAccess, Bucket, BucketEncryption, ObjectOwnership } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { acknowledge } from '../acknowledge.ts';
import type { AccessLogBucket } from '../files/access-log-bucket.ts';
import { removalPolicyOf } from '../removal-policy.ts';
import { ResponseHeaders } from './response-headers.ts';
import { apiSecurityHeaders, type ContentSources, pageSecurityHeaders } from './security-headers.ts';
import { spaFallback } from './spa-fallback.ts';

/** Resources in us-east-1, the only Region that CloudFront takes them from. */
export type EdgeResources = { certificateArn?: string; webAclArn?: string };

export type SiteProps = {
  apiOrigin: IOrigin;
  contentSources: ContentSources;
  accessLogs: AccessLogBucket;
  domainName: string | undefined;
  edge: EdgeResources;
  destroyable: boolean;
};

/**
 * Errors that CloudFront keeps for ten seconds by default, for every user of an edge, 5xx even with `no-store`. It keeps
 * no other error unless the origin asks for it with `max-age`. The first page excepts behaviors without caching, like
 * that of the API, the second does not. An error of S3 still lives for a second.
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/HTTPStatusCodes.html
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/custom-error-pages-expiration.html
 */
const cachedErrors = [404, 414, 500, 501, 502, 503, 504];

/**
 * The single-page app and its API on one origin, without CORS. Only CloudFront can read the bucket, and a build can
 * recreate its content.
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-s3.html
 */
export class Site extends Construct {
  readonly bucket: Bucket;
  readonly distribution: Distribution;
  readonly host: string;

  constructor(scope: Construct, id: string, props: SiteProps) {
    super(scope, id);
    this.bucket = new Bucket(this, 'Bucket', {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      serverAccessLogsBucket: props.accessLogs.bucket,
      serverAccessLogsPrefix: 'site/',
      removalPolicy: removalPolicyOf(props.destroyable),
      autoDeleteObjects: props.destroyable,
    });

    const page = this.#pageBehavior(props.contentSources);
    this.distribution = new Distribution(this, 'Distribution', {
      comment: productName,
      defaultRootObject: 'index.html',
      defaultBehavior: page,
      additionalBehaviors: {
        '/api/*': this.#apiBehavior(props.apiOrigin),
        '/config.json': { ...page, cachePolicy: CachePolicy.CACHING_DISABLED },
      },
      errorResponses: cachedErrors.map((httpStatus) => ({ httpStatus, ttl: Duration.seconds(0) })),
      httpVersion: HttpVersion.HTTP2_AND_3,
      minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
      logBucket: props.accessLogs.bucket,
      logFilePrefix: 'cloudfront/',
      ...(props.domainName !== undefined && { domainNames: [props.domainName] }),
      ...(props.edge.certificateArn !== undefined && {
        certificate: Certificate.fromCertificateArn(this, 'Certificate', props.edge.certificateArn),
      }),
      ...(props.edge.webAclArn !== undefined && { webAclId: props.edge.webAclArn }),
    });
    this.host = props.domainName ?? this.distribution.distributionDomainName;
    this.#acknowledgeFindings(props);
  }

  get origin(): string {
    return `https://${this.host}`;
  }

  #pageBehavior(sources: ContentSources): BehaviorOptions {
    const fallback = new CloudFrontFunction(this, 'Fallback', {
      comment: 'Serves index.html for the paths of the app router',
      runtime: FunctionRuntime.JS_2_0,
      code: spaFallback,
    });
    const { policy } = new ResponseHeaders(this, 'PageHeaders', { headers: pageSecurityHeaders(sources) });
    return {
      // With LIST, S3 responds with 404 for a missing object instead of 403.
      origin: S3BucketOrigin.withOriginAccessControl(this.bucket, {
        originAccessLevels: [AccessLevel.READ, AccessLevel.LIST],
      }),
      viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      cachePolicy: CachePolicy.CACHING_OPTIMIZED,
      responseHeadersPolicy: policy,
      functionAssociations: [{ function: fallback, eventType: FunctionEventType.VIEWER_REQUEST }],
    };
  }

  #apiBehavior(origin: IOrigin): BehaviorOptions {
    const { policy } = new ResponseHeaders(this, 'ApiHeaders', { headers: apiSecurityHeaders });
    return {
      origin,
      // An error instead of a redirect: a token sent in plain HTTP is compromised.
      viewerProtocolPolicy: ViewerProtocolPolicy.HTTPS_ONLY,
      allowedMethods: AllowedMethods.ALLOW_ALL,
      cachePolicy: CachePolicy.CACHING_DISABLED,
      // All headers, including Authorization, except Host: API Gateway accepts only its own.
      originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
      responseHeadersPolicy: policy,
    };
  }

  #acknowledgeFindings({ edge, domainName }: SiteProps): void {
    acknowledge(
      this.distribution,
      '@aws-cdk/aws-cloudfront-origins:listBucketSecurityRisk',
      'There is a default root object, and no query string reaches S3: nobody can list the bucket.',
    );
    acknowledge(this.distribution, 'AwsSolutions-CFR1', 'Users can share files from any country.');
    if (edge.webAclArn === undefined) {
      acknowledge(
        this.distribution,
        'AwsSolutions-CFR2',
        'This environment has no rate limits in its configuration; API Gateway still throttles.',
      );
    }
    if (domainName === undefined) {
      acknowledge(
        this.distribution,
        'AwsSolutions-CFR4',
        'The certificate of cloudfront.net determines the TLS version; a custom domain gets at least TLS 1.2.',
      );
    }
  }
}
