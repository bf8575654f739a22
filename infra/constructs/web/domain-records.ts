import { AaaaRecord, ARecord, type IPublicHostedZone, RecordTarget } from 'aws-cdk-lib/aws-route53';
import { CloudFrontTarget } from 'aws-cdk-lib/aws-route53-targets';
import { Construct } from 'constructs';
import type { Site } from './site.ts';

export type DomainRecordsProps = { site: Site; zone: IPublicHostedZone; name: string };

/** Points the custom domain at CloudFront, for IPv4 and IPv6. */
export class DomainRecords extends Construct {
  constructor(scope: Construct, id: string, { site, zone, name }: DomainRecordsProps) {
    super(scope, id);
    const target = RecordTarget.fromAlias(new CloudFrontTarget(site.distribution));
    new ARecord(this, 'Ipv4', { zone, recordName: `${name}.`, target });
    new AaaaRecord(this, 'Ipv6', { zone, recordName: `${name}.`, target });
  }
}
