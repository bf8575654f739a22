import type { ErrorCode, Problem } from '@share-my-files/contract';
import { ResponseType, type RestApi } from 'aws-cdk-lib/aws-apigateway';
import { apiSecurityHeaders } from '../web/security-headers.ts';

type GatewayResponse = {
  type: ResponseType;
  status: number;
  code: ErrorCode;
  title: string;
  headers?: Record<string, string>;
};

const responses: Record<string, GatewayResponse> = {
  Unauthorized: {
    type: ResponseType.UNAUTHORIZED,
    status: 401,
    code: 'invalid_token',
    title: 'Sign in to continue.',
    headers: { 'WWW-Authenticate': 'Bearer error="invalid_token"' },
  },
  // What API Gateway says of a path that it does not know, whoever asks.
  UnknownPath: {
    type: ResponseType.MISSING_AUTHENTICATION_TOKEN,
    status: 404,
    code: 'not_found',
    title: 'There is nothing here.',
  },
  AccessDenied: {
    type: ResponseType.ACCESS_DENIED,
    status: 403,
    code: 'forbidden',
    title: 'This token may not be used here.',
  },
  TooLarge: {
    type: ResponseType.REQUEST_TOO_LARGE,
    status: 413,
    code: 'payload_too_large',
    title: 'This request is too large.',
  },
  Throttled: {
    type: ResponseType.THROTTLED,
    status: 429,
    code: 'service_unavailable',
    title: 'Too many requests. Try again in a moment.',
    headers: { 'Retry-After': '1' },
  },
  ClientError: {
    type: ResponseType.DEFAULT_4XX,
    status: 400,
    code: 'invalid_request',
    title: 'This request cannot be answered.',
  },
  ServerError: {
    type: ResponseType.DEFAULT_5XX,
    status: 503,
    code: 'service_unavailable',
    title: 'The API cannot be reached. Try again in a moment.',
  },
};

// A constant stands in single quotes, and knows no escape for one: the policy of CloudFront covers the rest.
const { 'Content-Security-Policy': _, ...constantHeaders } = apiSecurityHeaders;

const toHeaders = (headers: Record<string, string> = {}): Record<string, string> =>
  Object.fromEntries(
    Object.entries({
      ...constantHeaders,
      'Content-Type': 'application/problem+json',
      'Cache-Control': 'no-store',
      ...headers,
    }).map(([name, value]) => [name, `'${value}'`]),
  );

/**
 * Lets what API Gateway answers by itself look like what the API answers: problem details of RFC 9457, with
 * the same headers.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/supported-gateway-response-types.html
 */
export const addGatewayResponses = (api: RestApi): void => {
  for (const [id, { type, status, code, title, headers }] of Object.entries(responses)) {
    const problem: Problem = { type: 'about:blank', title, status, code, requestId: '$context.requestId' };
    api.addGatewayResponse(id, {
      type,
      statusCode: String(status),
      responseHeaders: toHeaders(headers),
      templates: { 'application/json': JSON.stringify(problem) },
    });
  }
};
