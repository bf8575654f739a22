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
  // API Gateway's response for an unknown path, with or without a token.
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
    title: "You don't have permission to do that.",
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
    title: 'This request is not valid.',
  },
  ServerError: {
    type: ResponseType.DEFAULT_5XX,
    status: 503,
    code: 'service_unavailable',
    title: 'The API cannot be reached. Try again in a moment.',
  },
};

// Values stand in single quotes without an escape, so the policy cannot be one; CloudFront adds it.
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
 * Gives API Gateway's own responses the form of the API's: problem details of RFC 9457, with the same headers.
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
