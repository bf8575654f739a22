import { CfnWebACL, CfnWebACLAssociation } from 'aws-cdk-lib/aws-wafv2';
import { Construct } from 'constructs';

/** Requests per IP address within five minutes. */
export type RateLimits = { requests: number; publicLinkRequests: number; signInRequests: number };

/** Limits the requests per IP address within five minutes, of all or only of those that match `counts`. */
export type RateRule = { name: string; requests: number; counts?: CfnWebACL.StatementProperty };

export type WebAclProps = {
  /** `CLOUDFRONT` only in us-east-1; `REGIONAL` for user pools and REST APIs. */
  scope: 'CLOUDFRONT' | 'REGIONAL';
  rules: readonly RateRule[];
};

const visibility = (metricName: string): CfnWebACL.VisibilityConfigProperty => ({
  cloudWatchMetricsEnabled: true,
  sampledRequestsEnabled: true,
  metricName,
});

/** Matches requests whose path starts with the prefix. */
const below = (pathPrefix: string): CfnWebACL.StatementProperty => ({
  byteMatchStatement: {
    fieldToMatch: { uriPath: {} },
    positionalConstraint: 'STARTS_WITH',
    searchString: pathPrefix,
    textTransformations: [
      { priority: 0, type: 'URL_DECODE' },
      { priority: 1, type: 'NORMALIZE_PATH' },
    ],
  },
});

/** Matches requests without this header value. */
export const without = (header: string, value: string): CfnWebACL.StatementProperty => ({
  notStatement: {
    statement: {
      byteMatchStatement: {
        fieldToMatch: { singleHeader: { Name: header } },
        positionalConstraint: 'EXACTLY',
        searchString: value,
        textTransformations: [{ priority: 0, type: 'NONE' }],
      },
    },
  },
});

const toRule = ({ name, requests, counts }: RateRule, priority: number): CfnWebACL.RuleProperty => ({
  name,
  priority,
  action: { block: { customResponse: { responseCode: 429 } } },
  visibilityConfig: visibility(name),
  statement: {
    rateBasedStatement: {
      aggregateKeyType: 'IP',
      limit: requests,
      evaluationWindowSec: 300,
      ...(counts !== undefined && { scopeDownStatement: counts }),
    },
  },
});

/** For the site and the API behind it. Public links have a lower limit, because their secrets can be guessed. */
export const siteRateRules = ({ requests, publicLinkRequests }: RateLimits): readonly RateRule[] => [
  { name: 'PublicLinks', requests: publicLinkRequests, counts: below('/api/public/') },
  { name: 'Everything', requests },
];

/**
 * An AWS WAF web ACL that blocks addresses above a rate limit and allows everything else.
 * @see https://docs.aws.amazon.com/waf/latest/developerguide/waf-rule-statement-type-rate-based.html
 */
export class WebAcl extends Construct {
  readonly arn: string;

  constructor(scope: Construct, id: string, props: WebAclProps) {
    super(scope, id);
    const acl = new CfnWebACL(this, 'Acl', {
      scope: props.scope,
      defaultAction: { allow: {} },
      visibilityConfig: visibility(`${id}All`),
      rules: props.rules.map(toRule),
    });
    this.arn = acl.attrArn;
  }

  /** Applies the web ACL to a user pool or a stage of a REST API. */
  protect(id: string, resourceArn: string): void {
    new CfnWebACLAssociation(this, id, { webAclArn: this.arn, resourceArn });
  }
}
