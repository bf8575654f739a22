import type { APIGatewayProxyEventV2WithJWTAuthorizer } from 'aws-lambda';
import { type Admitted, commonLogTime, type Incoming, valuesOf } from './incoming.ts';
import { proxyOf } from './routes.ts';

/** An event of payload format 2.0, with or without a JWT authorizer. */
export type HttpEvent = Omit<APIGatewayProxyEventV2WithJWTAuthorizer, 'requestContext'> & {
  requestContext: Omit<APIGatewayProxyEventV2WithJWTAuthorizer['requestContext'], 'authorizer'> & {
    authorizer?: { jwt: { claims: Record<string, string>; scopes: string[] | null } };
  };
};

const joinByName = (pairs: Iterable<[string, string]>): Record<string, string> => {
  // A map, because a client may name a header `constructor`.
  const joined = new Map<string, string>();
  for (const [name, value] of pairs) {
    const before = joined.get(name);
    joined.set(name, before === undefined ? value : `${before},${value}`);
  }
  return Object.fromEntries(joined);
};

// Every claim becomes text, and a list becomes "[a b]".
const claimText = (value: unknown): string => (Array.isArray(value) ? `[${value.join(' ')}]` : String(value));

const isText = (contentType: string): boolean =>
  /^(text\/|application\/(json|javascript|xml|.*\+(json|xml)))/i.test(contentType);

const bodyOf = (incoming: Incoming) => {
  if (incoming.body.length === 0) return { isBase64Encoded: false };
  const isBase64Encoded = !isText(valuesOf(incoming, 'content-type')[0] ?? '');
  return { body: incoming.body.toString(isBase64Encoded ? 'base64' : 'utf8'), isBase64Encoded };
};

const authorizerOf = ({ claims, route }: Admitted) =>
  claims === undefined
    ? {}
    : {
        authorizer: {
          jwt: {
            claims: Object.fromEntries(
              Object.entries(claims).map(([name, value]) => [name, claimText(value)]),
            ),
            scopes: route.scopes?.length ? [...route.scopes] : null,
          },
        },
      };

const contextOf = (
  incoming: Incoming,
  admitted: Admitted,
  routeKey: string,
): HttpEvent['requestContext'] => ({
  accountId: '123456789012',
  apiId: 'local',
  ...authorizerOf(admitted),
  domainName: 'local.execute-api.us-east-1.amazonaws.com',
  domainPrefix: 'local',
  http: {
    method: incoming.method,
    path: incoming.path,
    protocol: 'HTTP/1.1',
    sourceIp: incoming.sourceIp,
    userAgent: incoming.userAgent,
  },
  requestId: incoming.id,
  routeKey,
  stage: '$default',
  time: commonLogTime(incoming.receivedAt),
  timeEpoch: incoming.receivedAt.getTime(),
});

/**
 * The event of an HTTP API.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html
 */
export const createHttpEvent = (incoming: Incoming, admitted: Admitted): HttpEvent => {
  const { method, path } = admitted.route;
  const routeKey = `${method} ${path}`;
  const cookies = valuesOf(incoming, 'cookie').flatMap((value) => value.split('; '));
  const query = [...new URLSearchParams(incoming.query)];
  const proxy = proxyOf(admitted.route, incoming.path);
  const headers = incoming.headers
    .map(([name, value]): [string, string] => [name.toLowerCase(), value])
    .filter(([name]) => name !== 'cookie');
  return {
    version: '2.0',
    routeKey,
    rawPath: incoming.path,
    rawQueryString: incoming.query,
    ...(cookies.length > 0 && { cookies }),
    headers: joinByName(headers),
    ...(query.length > 0 && { queryStringParameters: joinByName(query) }),
    requestContext: contextOf(incoming, admitted, routeKey),
    ...(proxy !== undefined && { pathParameters: { proxy } }),
    ...bodyOf(incoming),
  };
};
