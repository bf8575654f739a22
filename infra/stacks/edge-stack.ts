import { Stack, type StackProps } from 'aws-cdk-lib';
import { Certificate, CertificateValidation } from 'aws-cdk-lib/aws-certificatemanager';
import { HostedZone } from 'aws-cdk-lib/aws-route53';
import type { Construct } from 'constructs';
import type { DomainSettings } from '../config.ts';
import { type RateLimits, siteRateRules, WebAcl } from '../constructs/web/web-acl.ts';

export type EdgeStackProps = StackProps & {
  domain: DomainSettings | undefined;
  rateLimits: RateLimits | undefined;
};

/** The certificate and the web ACL of the site, which CloudFront takes only from us-east-1. */
export class EdgeStack extends Stack {
  readonly certificateArn?: string;
  readonly webAclArn?: string;

  constructor(scope: Construct, id: string, { domain, rateLimits, ...props }: EdgeStackProps) {
    super(scope, id, props);
    if (domain !== undefined) {
      this.certificateArn = new Certificate(this, 'Certificate', {
        domainName: domain.name,
        validation: CertificateValidation.fromDns(
          HostedZone.fromHostedZoneAttributes(this, 'Zone', {
            hostedZoneId: domain.hostedZone.id,
            zoneName: domain.hostedZone.name,
          }),
        ),
      }).certificateArn;
    }
    if (rateLimits !== undefined) {
      const rules = siteRateRules(rateLimits);
      this.webAclArn = new WebAcl(this, 'WebAcl', { scope: 'CLOUDFRONT', rules }).arn;
    }
  }
}
