import type { APIGatewayProxyEventV2WithJWTAuthorizer } from 'aws-lambda';
import { type AuthorizedRoute, commonLogTime, type GatewayRequest, valuesOf } from './gateway-request.ts';
import { proxyOf } from './routes.ts';

/** An event of payload format 2.0, with or without an authorizer. */
export type HttpEvent = Omit<APIGatewayProxyEventV2WithJWTAuthorizer, 'requestContext'> & {
  requestContext: Omit<APIGatewayProxyEventV2WithJWTAuthorizer['requestContext'], 'authorizer'> & {
    authorizer?: { jwt: { claims: Record<string, string>; scopes: string[] | null } };
  };
};

const joinByName = (pairs: Iterable<[string, string]>): Record<string, string> => {
  // A Map, because a client can name a header `constructor`.
  const joined = new Map<string, string>();
  for (const [name, value] of pairs) {
    const before = joined.get(name);
    joined.set(name, before === undefined ? value : `${before},${value}`);
  }
  return Object.fromEntries(joined);
};

// Claims are strings; a list is "[a b]".
const claimText = (value: unknown): string => (Array.isArray(value) ? `[${value.join(' ')}]` : String(value));

const isText = (contentType: string): boolean =>
  /^(text\/|application\/(json|javascript|xml|.*\+(json|xml)))/i.test(contentType);

const bodyOf = (request: GatewayRequest) => {
  if (request.body.length === 0) return { isBase64Encoded: false };
  const isBase64Encoded = !isText(valuesOf(request, 'content-type')[0] ?? '');
  return { body: request.body.toString(isBase64Encoded ? 'base64' : 'utf8'), isBase64Encoded };
};

const authorizerOf = ({ claims, route }: AuthorizedRoute) =>
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
  request: GatewayRequest,
  authorized: AuthorizedRoute,
  routeKey: string,
): HttpEvent['requestContext'] => ({
  accountId: '123456789012',
  apiId: 'local',
  ...authorizerOf(authorized),
  domainName: 'local.execute-api.us-east-1.amazonaws.com',
  domainPrefix: 'local',
  http: {
    method: request.method,
    path: request.path,
    protocol: 'HTTP/1.1',
    sourceIp: request.sourceIp,
    userAgent: request.userAgent,
  },
  requestId: request.id,
  routeKey,
  stage: '$default',
  time: commonLogTime(request.receivedAt),
  timeEpoch: request.receivedAt.getTime(),
});

/**
 * Creates the event of an HTTP API.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html
 */
export const createHttpEvent = (request: GatewayRequest, authorized: AuthorizedRoute): HttpEvent => {
  const { method, path } = authorized.route;
  const routeKey = `${method} ${path}`;
  const cookies = valuesOf(request, 'cookie').flatMap((value) => value.split('; '));
  const query = [...new URLSearchParams(request.query)];
  const proxy = proxyOf(authorized.route, request.path);
  const headers = request.headers
    .map(([name, value]): [string, string] => [name.toLowerCase(), value])
    .filter(([name]) => name !== 'cookie');
  return {
    version: '2.0',
    routeKey,
    rawPath: request.path,
    rawQueryString: request.query,
    ...(cookies.length > 0 && { cookies }),
    headers: joinByName(headers),
    ...(query.length > 0 && { queryStringParameters: joinByName(query) }),
    requestContext: contextOf(request, authorized, routeKey),
    ...(proxy !== undefined && { pathParameters: { proxy } }),
    ...bodyOf(request),
  };
};
