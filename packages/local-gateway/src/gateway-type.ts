import { type Answer, messageAnswer } from './answer.ts';
import {
  type Authorize,
  type AuthorizerSettings,
  createCognitoAuthorizer,
  createJwtAuthorizer,
  type Verdict,
} from './authorizer.ts';
import { createHttpEvent } from './http-event.ts';
import type { Admitted, Incoming } from './incoming.ts';
import { createRestEvent } from './rest-event.ts';
import { findHttpRoute, findRestRoute, type Route } from './routes.ts';

type Refusal = Exclude<Verdict, { claims: unknown }>;

/** All in which the two kinds of API differ. */
export type GatewayBehaviour = {
  findRoute: (routes: readonly Route[], method: string, path: string) => Route | undefined;
  createAuthorizer: (settings: AuthorizerSettings) => Authorize;
  createEvent: (incoming: Incoming, admitted: Admitted) => object;
  /** How long a handler may take, in milliseconds. */
  timeoutMilliseconds: number;
  unrouted: Answer;
  refuse: (refusal: Refusal) => Answer;
  tooLarge: Answer;
  timedOut: Answer;
  failed: Answer;
  malformed: Answer;
  /** What the client sees of an answer of the handler. */
  finish: (answer: Answer, incoming: Incoming) => Answer;
};

const http: GatewayBehaviour = {
  findRoute: findHttpRoute,
  createAuthorizer: createJwtAuthorizer,
  createEvent: createHttpEvent,
  timeoutMilliseconds: 30_000,
  unrouted: messageAnswer(404, 'Not Found'),
  refuse: ({ status, challenge }) =>
    messageAnswer(status, status === 401 ? 'Unauthorized' : 'Forbidden', [['www-authenticate', challenge]]),
  tooLarge: messageAnswer(413, 'Request Entity Too Large'),
  timedOut: messageAnswer(503, 'Service Unavailable'),
  failed: messageAnswer(500, 'Internal Server Error'),
  malformed: messageAnswer(500, 'Internal Server Error'),
  finish: (answer, { id }) => ({ ...answer, headers: [...answer.headers, ['apigw-requestid', id]] }),
};

// https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-known-issues.html
const remapped = (name: string): string =>
  /^(www-authenticate|date|server)$/i.test(name) ? `x-amzn-Remapped-${name}` : name;

const rest: GatewayBehaviour = {
  findRoute: findRestRoute,
  createAuthorizer: createCognitoAuthorizer,
  createEvent: createRestEvent,
  timeoutMilliseconds: 29_000,
  unrouted: messageAnswer(403, 'Missing Authentication Token', [
    ['x-amzn-ErrorType', 'MissingAuthenticationTokenException'],
  ]),
  refuse: () => messageAnswer(401, 'Unauthorized', [['x-amzn-ErrorType', 'UnauthorizedException']]),
  tooLarge: messageAnswer(413, 'Request Too Long'),
  timedOut: messageAnswer(504, 'Endpoint request timed out'),
  failed: messageAnswer(502, 'Internal server error'),
  malformed: messageAnswer(502, 'Internal server error'),
  finish: (answer, { id }) => ({
    ...answer,
    headers: [
      ...answer.headers.map(([name, value]): [string, string] => [remapped(name), value]),
      ['x-amzn-RequestId', id],
    ],
  }),
};

/** An HTTP API with a JWT authorizer, or a REST API with a Cognito user pool authorizer. */
export type GatewayType = 'http' | 'rest';

export const behaviours: Record<GatewayType, GatewayBehaviour> = { http, rest };
