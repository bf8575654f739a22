import type { APIGatewayProxyEvent } from 'aws-lambda';
import { type AuthorizedRoute, commonLogTime, type GatewayRequest } from './gateway-request.ts';
import { proxyOf } from './routes.ts';

const groupByName = (pairs: [string, string][]): Record<string, string[]> => {
  // A Map, because a client can name a parameter `constructor`.
  const groups = new Map<string, string[]>();
  for (const [name, value] of pairs) {
    groups.set(name, [...(groups.get(name) ?? []), value]);
  }
  return Object.fromEntries(groups);
};

// The single-value form keeps the last value of a name.
const lastByName = (pairs: [string, string][]): Record<string, string> => Object.fromEntries(pairs);

const orNull = <Value extends object>(value: Value): Value | null =>
  Object.keys(value).length === 0 ? null : value;

/** Formats a date like Java: "Wed Dec 06 17:22:52 UTC 2023". */
const javaDate = (seconds: number): string => {
  const text = new Date(seconds * 1000).toUTCString();
  const [, weekday, day, month, year, time] = /^(\w+), (\d+) (\w+) (\d+) ([\d:]+)/.exec(text) ?? [];
  return `${weekday} ${month} ${day} ${time} UTC ${year}`;
};

const claimText = ([name, value]: [string, unknown]): [string, string] => [
  name,
  (name === 'exp' || name === 'iat') && typeof value === 'number' ? javaDate(value) : String(value),
];

const identityOf = ({
  sourceIp,
  userAgent,
}: GatewayRequest): APIGatewayProxyEvent['requestContext']['identity'] => ({
  accessKey: null,
  accountId: null,
  apiKey: null,
  apiKeyId: null,
  caller: null,
  clientCert: null,
  cognitoAuthenticationProvider: null,
  cognitoAuthenticationType: null,
  cognitoIdentityId: null,
  cognitoIdentityPoolId: null,
  principalOrgId: null,
  sourceIp,
  user: null,
  userAgent,
  userArn: null,
});

const contextOf = (
  request: GatewayRequest,
  { route, claims }: AuthorizedRoute,
): APIGatewayProxyEvent['requestContext'] => ({
  accountId: '123456789012',
  apiId: 'local',
  authorizer:
    claims === undefined ? null : { claims: Object.fromEntries(Object.entries(claims).map(claimText)) },
  domainName: 'local.execute-api.us-east-1.amazonaws.com',
  domainPrefix: 'local',
  httpMethod: request.method,
  identity: identityOf(request),
  path: `/local${request.path}`,
  protocol: 'HTTP/1.1',
  requestId: request.id,
  requestTime: commonLogTime(request.receivedAt),
  requestTimeEpoch: request.receivedAt.getTime(),
  resourceId: 'local',
  resourcePath: route.path,
  stage: 'local',
});

/**
 * Creates the event of a REST API with Lambda proxy integration and no binary media types: the body is always text.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-lambda-proxy-integrations.html
 */
export const createRestEvent = (
  request: GatewayRequest,
  authorized: AuthorizedRoute,
): APIGatewayProxyEvent => {
  const query = [...new URLSearchParams(request.query)];
  const proxy = proxyOf(authorized.route, request.path);
  return {
    resource: authorized.route.path,
    path: request.path,
    httpMethod: request.method,
    headers: lastByName(request.headers),
    multiValueHeaders: groupByName(request.headers),
    queryStringParameters: orNull(lastByName(query)),
    multiValueQueryStringParameters: orNull(groupByName(query)),
    pathParameters: proxy === undefined ? null : { proxy },
    stageVariables: null,
    requestContext: contextOf(request, authorized),
    body: request.body.length === 0 ? null : request.body.toString('utf8'),
    isBase64Encoded: false,
  };
};
