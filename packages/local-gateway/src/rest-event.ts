import type { APIGatewayProxyEvent } from 'aws-lambda';
import { type Admitted, commonLogTime, type Incoming } from './incoming.ts';
import { proxyOf } from './routes.ts';

const groupByName = (pairs: [string, string][]): Record<string, string[]> => {
  // A map, because a client may name a parameter `constructor`.
  const groups = new Map<string, string[]>();
  for (const [name, value] of pairs) {
    groups.set(name, [...(groups.get(name) ?? []), value]);
  }
  return Object.fromEntries(groups);
};

// Where a name comes twice, the single-value form keeps the last one.
const lastByName = (pairs: [string, string][]): Record<string, string> => Object.fromEntries(pairs);

const orNull = <Value extends object>(value: Value): Value | null =>
  Object.keys(value).length === 0 ? null : value;

/** "Wed Dec 06 17:22:52 UTC 2023", as Java prints a date. */
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
}: Incoming): APIGatewayProxyEvent['requestContext']['identity'] => ({
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
  incoming: Incoming,
  { route, claims }: Admitted,
): APIGatewayProxyEvent['requestContext'] => ({
  accountId: '123456789012',
  apiId: 'local',
  authorizer:
    claims === undefined ? null : { claims: Object.fromEntries(Object.entries(claims).map(claimText)) },
  domainName: 'local.execute-api.us-east-1.amazonaws.com',
  domainPrefix: 'local',
  httpMethod: incoming.method,
  identity: identityOf(incoming),
  path: `/local${incoming.path}`,
  protocol: 'HTTP/1.1',
  requestId: incoming.id,
  requestTime: commonLogTime(incoming.receivedAt),
  requestTimeEpoch: incoming.receivedAt.getTime(),
  resourceId: 'local',
  resourcePath: route.path,
  stage: 'local',
});

/**
 * The event of a REST API with Lambda proxy integration and no binary media types: a body is always text.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-lambda-proxy-integrations.html
 */
export const createRestEvent = (incoming: Incoming, admitted: Admitted): APIGatewayProxyEvent => {
  const query = [...new URLSearchParams(incoming.query)];
  const proxy = proxyOf(admitted.route, incoming.path);
  return {
    resource: admitted.route.path,
    path: incoming.path,
    httpMethod: incoming.method,
    headers: lastByName(incoming.headers),
    multiValueHeaders: groupByName(incoming.headers),
    queryStringParameters: orNull(lastByName(query)),
    multiValueQueryStringParameters: orNull(groupByName(query)),
    pathParameters: proxy === undefined ? null : { proxy },
    stageVariables: null,
    requestContext: contextOf(incoming, admitted),
    body: incoming.body.length === 0 ? null : incoming.body.toString('utf8'),
    isBase64Encoded: false,
  };
};
