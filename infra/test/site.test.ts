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

/** The policy's text; references in it become the logical id. */
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
  it('may run only its own scripts, and speak only to its API, Cognito and the bucket', () => {
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

  it('comes from a bucket that CloudFront alone can read', () => {
    const [origin] = distribution.Origins as Json[];
    expect(origin).toMatchObject({ OriginAccessControlId: expect.anything() });
  });

  it('names config.json on every request, so that a new one counts at once', () => {
    expect(config).toMatchObject({ PathPattern: '/config.json', CachePolicyId: cachingDisabled });
  });
});

describe('The API behind CloudFront', () => {
  it('is not cached, and gets the Authorization header but not the Host of the site', () => {
    expect(api).toMatchObject({
      PathPattern: '/api/*',
      CachePolicyId: cachingDisabled,
      OriginRequestPolicyId: allViewerExceptHostHeader,
      ViewerProtocolPolicy: 'https-only',
    });
  });

  it('keeps its own errors: no error page of the site stands in for a 404', () => {
    expect(distribution).not.toHaveProperty('CustomErrorResponses');
    expect(api).not.toHaveProperty('FunctionAssociations');
  });

  it('loads nothing and is framed by nobody', () => {
    expect(contentSecurityPolicyOf(api)).toBe(
      "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    );
  });
});

describe.each([
  ['page', distribution.DefaultCacheBehavior],
  ['API', api],
])('Every answer of the %s', (_, behavior) => {
  it('carries the security headers, whoever gave it, errors included', () => {
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

  it.each(['/', '/files', '/files/018f3b6e-0000-7000-8000-000000000000', '/sign-in/', '/s'])(
    'serves the app for its own path %s',
    (path) => expect(rewrite(path)).toBe('/index.html'),
  );

  it.each(['/assets/index-B1x.js', '/.git/HEAD', '/.env', '/index.js.map', '/favicon.svg', '/a/%2e%2e/b'])(
    'leaves %s alone, for a file that is missing has to be 404 and never a page',
    (path) => expect(rewrite(path)).toBe(path),
  );

  it('is written in what the runtime of CloudFront knows: of ES6 and later, a few features only', () => {
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

  it('certificate and web ACL live in us-east-1, the only Region CloudFront takes them from', () => {
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

  it('an address that asks too often gets 429, sooner for the links that it might be guessing', () => {
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

  it('the name points at the distribution by IPv4 and IPv6', () => {
    const types = resourcesOf(production, 'AWS::Route53::RecordSet').map(([, { Type }]) => Type);
    expect(types).toEqual(expect.arrayContaining(['A', 'AAAA']));
  });
});
