import { RemovalPolicy } from 'aws-cdk-lib';
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
import { ResponseHeaders } from './response-headers.ts';
import { apiSecurityHeaders, type ContentSources, pageSecurityHeaders } from './security-headers.ts';
import { spaFallback } from './spa-fallback.ts';

/** What lives in us-east-1, because CloudFront takes it from nowhere else. */
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
 * The single-page app and its API on one origin: no CORS between them. The bucket is readable by CloudFront
 * only, and holds what a build can make again.
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
      removalPolicy: props.destroyable ? RemovalPolicy.DESTROY : RemovalPolicy.RETAIN,
      autoDeleteObjects: props.destroyable,
    });

    const page = this.#pageBehavior(props.contentSources);
    this.distribution = new Distribution(this, 'Distribution', {
      comment: 'ShareMyFiles',
      defaultRootObject: 'index.html',
      defaultBehavior: page,
      additionalBehaviors: {
        '/api/*': this.#apiBehavior(props.apiOrigin),
        '/config.json': { ...page, cachePolicy: CachePolicy.CACHING_DISABLED },
      },
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
      comment: 'Answers the paths of the app router with index.html',
      runtime: FunctionRuntime.JS_2_0,
      code: spaFallback,
    });
    const { policy } = new ResponseHeaders(this, 'PageHeaders', { headers: pageSecurityHeaders(sources) });
    return {
      // With LIST, S3 answers 404 for what is missing, rather than 403.
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
      // A token that was sent in the clear is lost: better an error than a redirect.
      viewerProtocolPolicy: ViewerProtocolPolicy.HTTPS_ONLY,
      allowedMethods: AllowedMethods.ALLOW_ALL,
      cachePolicy: CachePolicy.CACHING_DISABLED,
      // All headers, Authorization among them; but API Gateway answers only to its own host name.
      originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
      responseHeadersPolicy: policy,
    };
  }

  #acknowledgeFindings({ edge, domainName }: SiteProps): void {
    acknowledge(
      this.distribution,
      '@aws-cdk/aws-cloudfront-origins:listBucketSecurityRisk',
      'There is a default root object, and no query reaches S3: nobody can list the bucket.',
    );
    acknowledge(this.distribution, 'AwsSolutions-CFR1', 'People may share files from any country.');
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
        "The certificate of cloudfront.net fixes the TLS version; a domain of one's own gets TLS 1.2 at least.",
      );
    }
  }
}
