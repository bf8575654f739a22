import {
  type Authorize,
  type AuthorizerResult,
  type AuthorizerSettings,
  createCognitoAuthorizer,
  createJwtAuthorizer,
} from './authorizer.ts';
import type { AuthorizedRoute, GatewayRequest } from './gateway-request.ts';
import { type GatewayResponse, messageResponse } from './gateway-response.ts';
import { createHttpEvent } from './http-event.ts';
import { createRestEvent } from './rest-event.ts';
import { findHttpRoute, findRestRoute, type Route } from './routes.ts';

type Rejection = Exclude<AuthorizerResult, { claims: unknown }>;

/** The differences between the two types of API. */
export type GatewayBehaviour = {
  findRoute: (routes: readonly Route[], method: string, path: string) => Route | undefined;
  createAuthorizer: (settings: AuthorizerSettings) => Authorize;
  createEvent: (request: GatewayRequest, authorized: AuthorizedRoute) => object;
  /** Time limit of the handler. */
  timeoutMilliseconds: number;
  unrouted: GatewayResponse;
  reject: (rejection: Rejection) => GatewayResponse;
  tooLarge: GatewayResponse;
  timedOut: GatewayResponse;
  failed: GatewayResponse;
  malformed: GatewayResponse;
  /** Adds and renames headers of the handler's response. */
  finalize: (response: GatewayResponse, request: GatewayRequest) => GatewayResponse;
};

const http: GatewayBehaviour = {
  findRoute: findHttpRoute,
  createAuthorizer: createJwtAuthorizer,
  createEvent: createHttpEvent,
  timeoutMilliseconds: 30_000,
  unrouted: messageResponse(404, 'Not Found'),
  reject: ({ status, challenge }) =>
    messageResponse(status, status === 401 ? 'Unauthorized' : 'Forbidden', [['www-authenticate', challenge]]),
  tooLarge: messageResponse(413, 'Request Entity Too Large'),
  timedOut: messageResponse(503, 'Service Unavailable'),
  failed: messageResponse(500, 'Internal Server Error'),
  malformed: messageResponse(500, 'Internal Server Error'),
  finalize: (response, { id }) => ({ ...response, headers: [...response.headers, ['apigw-requestid', id]] }),
};

// https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-known-issues.html
const remapped = (name: string): string =>
  /^(www-authenticate|date|server)$/i.test(name) ? `x-amzn-Remapped-${name}` : name;

const rest: GatewayBehaviour = {
  findRoute: findRestRoute,
  createAuthorizer: createCognitoAuthorizer,
  createEvent: createRestEvent,
  timeoutMilliseconds: 29_000,
  unrouted: messageResponse(403, 'Missing Authentication Token', [
    ['x-amzn-ErrorType', 'MissingAuthenticationTokenException'],
  ]),
  reject: () => messageResponse(401, 'Unauthorized', [['x-amzn-ErrorType', 'UnauthorizedException']]),
  tooLarge: messageResponse(413, 'Request Too Long'),
  timedOut: messageResponse(504, 'Endpoint request timed out'),
  failed: messageResponse(502, 'Internal server error'),
  malformed: messageResponse(502, 'Internal server error'),
  finalize: (response, { id }) => ({
    ...response,
    headers: [
      ...response.headers.map(([name, value]): [string, string] => [remapped(name), value]),
      ['x-amzn-RequestId', id],
    ],
  }),
};

/** An HTTP API with a JWT authorizer, or a REST API with a Cognito user pool authorizer. */
export type GatewayType = 'http' | 'rest';

/** The behaviour of each type. */
export const behaviours: Record<GatewayType, GatewayBehaviour> = { http, rest };
