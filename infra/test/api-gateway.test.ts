import { problemSchema, requiredScope } from '@share-my-files/contract';
import type { Template } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { configOf, synthesize } from './support/synthesize.ts';
import { type Json, onlyResource, resourcesOf } from './support/template.ts';

/** Routes without a token. A new entry is a security decision. */
const publicRoutes = [
  'GET /api/docs',
  'GET /api/docs.css',
  'GET /api/openapi.json',
  'GET /healthz',
  'GET /readyz',
  'POST /api/public/links/download',
  'POST /api/public/links/open',
  'POST /api/recovery-codes/challenge',
  'POST /api/recovery-codes/redeem',
];

const production = configOf('production');
const httpApi = synthesize(production);
const restApi = synthesize({ ...production, api: { ...production.api, type: 'rest' } });

type Route = { name: string; type: unknown; authorizer: unknown; scopes: unknown };

const httpRoutes = (template: Template): Route[] =>
  resourcesOf(template, 'AWS::ApiGatewayV2::Route').map(([, route]) => ({
    name: String(route.RouteKey),
    type: route.AuthorizationType,
    authorizer: route.AuthorizerId,
    scopes: route.AuthorizationScopes,
  }));

const pathOf = (resources: Json, id: string): string => {
  const resource = resources[id] as
    | { Properties: { PathPart: string; ParentId: { Ref?: string } } }
    | undefined;
  if (resource === undefined) return '';
  const { ParentId, PathPart } = resource.Properties;
  return `${ParentId.Ref === undefined ? '' : pathOf(resources, ParentId.Ref)}/${PathPart}`;
};

const restRoutes = (template: Template): Route[] => {
  const resources: Json = template.findResources('AWS::ApiGateway::Resource');
  return resourcesOf(template, 'AWS::ApiGateway::Method').map(([, method]) => ({
    name: `${method.HttpMethod} ${pathOf(resources, (method.ResourceId as { Ref: string }).Ref)}`,
    type: method.AuthorizationType,
    authorizer: method.AuthorizerId,
    scopes: method.AuthorizationScopes,
  }));
};

describe.each([
  ['HTTP API', httpRoutes(httpApi), 'JWT'],
  ['REST API', restRoutes(restApi), 'COGNITO_USER_POOLS'],
])('The %s', (_, routes, authorizationType) => {
  it('requires a token except on the frozen list of public routes', () => {
    const open = routes.filter(({ type }) => type === 'NONE' || type === undefined);
    expect(open.map(({ name }) => name).toSorted()).toEqual(publicRoutes);
  });

  it('requires the scope of access tokens everywhere else, because ID tokens would pass without it', () => {
    const guarded = routes.filter(({ name }) => !publicRoutes.includes(name));
    expect(guarded.map(({ name }) => name)).toEqual(['ANY /api/{proxy+}']);
    for (const { type, authorizer, scopes } of guarded) {
      expect(type).toBe(authorizationType);
      expect(authorizer).toEqual({ Ref: expect.any(String) });
      expect(scopes).toEqual([requiredScope]);
    }
  });
});

describe('The JWT authorizer', () => {
  it('accepts tokens of one client of one pool, from the Authorization header', () => {
    expect(onlyResource(httpApi, 'AWS::ApiGatewayV2::Authorizer')).toMatchObject({
      AuthorizerType: 'JWT',
      IdentitySource: ['$request.header.Authorization'],
      JwtConfiguration: {
        Audience: [{ Ref: expect.stringContaining('SinglePageApp') }],
        Issuer: { 'Fn::Join': ['', ['https://cognito-idp.eu-west-1.amazonaws.com/', expect.anything()]] },
      },
    });
  });
});

describe('The Cognito user pool authorizer', () => {
  it('caches no result, so that an expired token is rejected immediately', () => {
    expect(onlyResource(restApi, 'AWS::ApiGateway::Authorizer')).toMatchObject({
      Type: 'COGNITO_USER_POOLS',
      AuthorizerResultTtlInSeconds: 0,
    });
  });
});

describe('The web ACL of the REST API', () => {
  it('counts only requests that bypass CloudFront, which adds a secret to the others', () => {
    const acls = resourcesOf(restApi, 'AWS::WAFv2::WebACL').map(([, { Rules }]) => Rules as Json[]);
    const rule = acls.flat().find(({ Name }) => Name === 'PastCloudFront');
    expect(rule).toMatchObject({
      Statement: {
        RateBasedStatement: {
          ScopeDownStatement: {
            NotStatement: {
              Statement: {
                ByteMatchStatement: {
                  FieldToMatch: { SingleHeader: { Name: 'x-from-cloudfront' } },
                  PositionalConstraint: 'EXACTLY',
                },
              },
            },
          },
        },
      },
    });
    const { DistributionConfig } = onlyResource(restApi, 'AWS::CloudFront::Distribution');
    const headers = (DistributionConfig as { Origins: { OriginCustomHeaders?: Json[] }[] }).Origins.flatMap(
      ({ OriginCustomHeaders = [] }) => OriginCustomHeaders,
    );
    expect(headers).toMatchObject([{ HeaderName: 'x-from-cloudfront' }]);
    expect(JSON.stringify(rule)).toContain(JSON.stringify(headers[0]?.HeaderValue));
    expect(JSON.stringify(headers)).toContain('resolve:secretsmanager:');
  });
});

describe("The REST API's own responses", () => {
  const responses = resourcesOf(restApi, 'AWS::ApiGateway::GatewayResponse').map(([, response]) => response);

  it('are problem details that the web app can parse', () => {
    for (const { ResponseTemplates, StatusCode } of responses) {
      const { 'application/json': body } = ResponseTemplates as { 'application/json': string };
      expect(problemSchema.parse(JSON.parse(body)).status).toBe(Number(StatusCode));
    }
  });

  it('have the security headers and are never cached', () => {
    expect(responses.map(({ ResponseType }) => ResponseType)).toEqual(
      expect.arrayContaining(['DEFAULT_4XX', 'DEFAULT_5XX', 'UNAUTHORIZED', 'THROTTLED']),
    );
    for (const { ResponseParameters } of responses) {
      expect(ResponseParameters).toMatchObject({
        'gatewayresponse.header.Strict-Transport-Security': "'max-age=31536000; includeSubDomains'",
        'gatewayresponse.header.X-Content-Type-Options': "'nosniff'",
        'gatewayresponse.header.Cache-Control': "'no-store'",
      });
    }
  });

  it('follow RFC 6750 for an invalid token', () => {
    const unauthorized = responses.find(({ ResponseType }) => ResponseType === 'UNAUTHORIZED');
    expect(unauthorized?.ResponseParameters).toMatchObject({
      'gatewayresponse.header.WWW-Authenticate': `'Bearer error="invalid_token"'`,
    });
  });
});

describe('Both API types', () => {
  it.each([
    ['HTTP API', onlyResource(httpApi, 'AWS::ApiGatewayV2::Stage').AccessLogSettings],
    ['REST API', onlyResource(restApi, 'AWS::ApiGateway::Stage').AccessLogSetting],
  ])('log the route of each request, never its path, query or headers: %s', (_, setting) => {
    const { Format } = setting as { Format: string };
    expect(Object.keys(JSON.parse(Format))).toEqual(expect.arrayContaining(['requestId', 'route', 'status']));
    expect(Format).not.toMatch(/\$context\.path|requestOverride|querystring|header/i);
  });

  it('throttle all callers together, so that rejected requests invoke no function', () => {
    const { requestsPerSecond, burstRequests } = production.api;
    expect(onlyResource(httpApi, 'AWS::ApiGatewayV2::Stage').DefaultRouteSettings).toMatchObject({
      ThrottlingRateLimit: requestsPerSecond,
      ThrottlingBurstLimit: burstRequests,
    });
    expect(onlyResource(restApi, 'AWS::ApiGateway::Stage').MethodSettings).toEqual([
      expect.objectContaining({
        ThrottlingRateLimit: requestsPerSecond,
        ThrottlingBurstLimit: burstRequests,
        DataTraceEnabled: false,
      }),
    ]);
  });
});
