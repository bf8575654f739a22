import { runInNewContext } from 'node:vm';
import { Template } from 'aws-cdk-lib/assertions';
import { transformSync } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { configOf, createApp, synthesize } from './support/synthesize.ts';
import { type Json, onlyResource, resourcesOf } from './support/template.ts';

const demo = synthesize(configOf('demo'));
const { app, stack } = createApp(configOf('production'));
const production = Template.fromStack(stack);

type Behavior = Json & { PathPattern?: string; ResponseHeadersPolicyId: { Ref: string } };
type DistributionConfig = Json & { DefaultCacheBehavior: Behavior; CacheBehaviors: Behavior[] };

const distribution = onlyResource(demo, 'AWS::CloudFront::Distribution')
  .DistributionConfig as DistributionConfig;
const [api, config] = distribution.CacheBehaviors;

const headersOf = (behavior: Behavior | undefined): Json => {
  const policies = Object.fromEntries(resourcesOf(demo, 'AWS::CloudFront::ResponseHeadersPolicy'));
  return policies[behavior?.ResponseHeadersPolicyId.Ref ?? '']?.ResponseHeadersPolicyConfig as Json;
};

/** The policy as text, with logical ids for references. */
const contentSecurityPolicyOf = (behavior: Behavior | undefined): string => {
  const { SecurityHeadersConfig } = headersOf(behavior) as {
    SecurityHeadersConfig: { ContentSecurityPolicy: Json };
  };
  const value = SecurityHeadersConfig.ContentSecurityPolicy.ContentSecurityPolicy;
  if (typeof value === 'string') return value;
  const [, parts] = (value as { 'Fn::Join': [string, (string | { Ref: string })[]] })['Fn::Join'];
  return parts.map((part) => (typeof part === 'string' ? part : part.Ref)).join('');
};

const cachingDisabled = '4135ea2d-6df8-44a3-9df3-4b5a84be39ad';
const allViewerExceptHostHeader = 'b689b0a8-53d0-40ab-baf2-68738e2966ac';

describe('The page', () => {
  it('runs only its own scripts, and sends requests only to its API, Cognito and the bucket', () => {
    const bucket = 'https://share-my-files-test-AWS::AccountId-us-east-1.s3.us-east-1.AWS::URLSuffix';
    expect(contentSecurityPolicyOf(distribution.DefaultCacheBehavior).split('; ')).toEqual([
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "font-src 'self'",
      `img-src 'self' ${bucket}`,
      `media-src ${bucket}`,
      `connect-src 'self' ${bucket} https://cognito-idp.us-east-1.amazonaws.com`,
      "object-src 'none'",
      "base-uri 'none'",
      "form-action 'self'",
      "frame-ancestors 'none'",
    ]);
  });

  it('comes from a bucket that only CloudFront can read', () => {
    const [origin] = distribution.Origins as Json[];
    expect(origin).toMatchObject({ OriginAccessControlId: expect.anything() });
  });

  it('never caches config.json, so that a new one takes effect immediately', () => {
    expect(config).toMatchObject({ PathPattern: '/config.json', CachePolicyId: cachingDisabled });
  });
});

describe('The API behind CloudFront', () => {
  it('is not cached, and receives the Authorization header but not the Host of the site', () => {
    expect(api).toMatchObject({
      PathPattern: '/api/*',
      CachePolicyId: cachingDisabled,
      OriginRequestPolicyId: allViewerExceptHostHeader,
      ViewerProtocolPolicy: 'https-only',
    });
  });

  it('keeps its own errors: no error page of the site replaces a 404', () => {
    for (const response of distribution.CustomErrorResponses as Json[]) {
      expect(response).not.toHaveProperty('ResponsePagePath');
      expect(response).not.toHaveProperty('ResponseCode');
    }
    expect(api).not.toHaveProperty('FunctionAssociations');
  });

  it('loads nothing and cannot be framed', () => {
    expect(contentSecurityPolicyOf(api)).toBe(
      "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    );
  });
});

describe('An error of an origin', () => {
  it('is not cached for others, although CloudFront caches these by default', () => {
    expect(distribution.CustomErrorResponses).toEqual(
      [404, 414, 500, 501, 502, 503, 504].map((ErrorCode) => ({ ErrorCode, ErrorCachingMinTTL: 0 })),
    );
  });
});

describe.each([
  ['page', distribution.DefaultCacheBehavior],
  ['API', api],
])('Every response of the %s', (_, behavior) => {
  it('has the security headers, errors included', () => {
    expect(headersOf(behavior)).toMatchObject({
      SecurityHeadersConfig: {
        StrictTransportSecurity: {
          AccessControlMaxAgeSec: 31_536_000,
          IncludeSubdomains: true,
          Override: true,
        },
        ContentTypeOptions: { Override: true },
        FrameOptions: { FrameOption: 'DENY' },
        ReferrerPolicy: { ReferrerPolicy: 'no-referrer' },
      },
    });
    const { Items } = headersOf(behavior).CustomHeadersConfig as { Items: { Header: string }[] };
    expect(Items.map(({ Header }) => Header)).toEqual([
      'Cross-Origin-Opener-Policy',
      'Cross-Origin-Resource-Policy',
      'Permissions-Policy',
    ]);
  });
});

describe('The fallback to index.html', () => {
  const { FunctionCode } = onlyResource(demo, 'AWS::CloudFront::Function');
  const rewrite = (uri: string): string => {
    const request = { uri };
    return runInNewContext(`${FunctionCode}; handler({ request }).uri`, { request });
  };

  it.each([
    '/',
    '/files',
    '/files/018f3b6e-0000-7000-8000-000000000000',
    '/sign-in/',
    '/s',
    '/s%23secret',
    '/s/%2523secret%3E',
  ])('serves the app for its own path %s', (path) => expect(rewrite(path)).toBe('/index.html'));

  it.each(['/assets/index-B1x.js', '/.git/HEAD', '/.env', '/index.js.map', '/robots.txt', '/a/%2e%2e/b'])(
    'leaves %s unchanged: a missing file has to be 404, never a page',
    (path) => expect(rewrite(path)).toBe(path),
  );

  it("uses only syntax of CloudFront's runtime: a few features of ES6 and later", () => {
    const supported = {
      'const-and-let': true,
      arrow: true,
      'rest-argument': true,
      'template-literal': true,
      'exponent-operator': true,
      'async-await': true,
    };
    const translate = (target: string) => transformSync(FunctionCode as string, { target, supported }).code;

    expect(translate('es5')).toBe(translate('esnext'));
  });
});

describe('With a domain and rate limits', () => {
  const edge = Template.fromStack(app.node.findChild('ShareMyFiles-test-edge') as typeof stack);

  it('certificate and web ACL are in us-east-1, the only Region that CloudFront takes them from', () => {
    expect(app.node.findChild('ShareMyFiles-test-edge')).toMatchObject({ region: 'us-east-1' });
    edge.resourceCountIs('AWS::CertificateManager::Certificate', 1);
    const { DistributionConfig } = onlyResource(production, 'AWS::CloudFront::Distribution');
    expect(DistributionConfig).toMatchObject({
      Aliases: ['share.example.com'],
      ViewerCertificate: {
        AcmCertificateArn: {
          'Fn::GetStackOutput': { StackName: 'ShareMyFiles-test-edge', Region: 'us-east-1' },
        },
        MinimumProtocolVersion: 'TLSv1.2_2021',
      },
      WebACLId: { 'Fn::GetStackOutput': { StackName: 'ShareMyFiles-test-edge', Region: 'us-east-1' } },
    });
  });

  it('an address above the rate limit gets 429, with a lower limit for public links', () => {
    const { Rules, Scope } = onlyResource(edge, 'AWS::WAFv2::WebACL');
    expect(Scope).toBe('CLOUDFRONT');
    expect(Rules).toMatchObject([
      {
        Name: 'PublicLinks',
        Action: { Block: { CustomResponse: { ResponseCode: 429 } } },
        Statement: { RateBasedStatement: { Limit: 300, AggregateKeyType: 'IP' } },
      },
      { Name: 'Everything', Statement: { RateBasedStatement: { Limit: 3000 } } },
    ]);
  });

  it('the domain points at the distribution for IPv4 and IPv6', () => {
    const types = resourcesOf(production, 'AWS::Route53::RecordSet').map(([, { Type }]) => Type);
    expect(types).toEqual(expect.arrayContaining(['A', 'AAAA']));
  });
});
