import type { JWTVerifyGetKey } from 'jose';
import { afterEach } from 'vitest';
import {
  type GatewayType,
  type Handler,
  type LocalGateway,
  type Route,
  startLocalGateway,
} from '../../src/index.ts';
import { clientId, getKey, issuer, scope } from './test-tokens.ts';

const routes: Route[] = [
  { method: 'GET', path: '/healthz', scopes: null },
  { method: 'POST', path: '/api/public/{proxy+}', scopes: null },
  { method: 'ANY', path: '/api/{proxy+}', scopes: [scope] },
  { method: 'GET', path: '/unscoped', scopes: [] },
];

let running: LocalGateway | undefined;

afterEach(async () => {
  await running?.close();
  running = undefined;
});

export type Event = {
  requestContext?: { authorizer?: unknown };
  headers?: Record<string, string>;
  queryStringParameters?: Record<string, string>;
};

/** Starts a gateway for one test. Unless the test has a handler, it records the events and returns "ok". */
export const start = async (
  type: GatewayType,
  handler?: Handler,
  timeoutMilliseconds?: number,
  findKey: JWTVerifyGetKey = getKey,
) => {
  const events: Event[] = [];
  const recordEvent = async (event: Event) => {
    events.push(event);
    return { statusCode: 200, headers: { 'content-type': 'text/plain' }, body: 'ok' };
  };
  running = await startLocalGateway({
    type,
    routes,
    authorizer: { issuer, clientId, getKey: findKey },
    handler: handler ?? recordEvent,
    onError: () => undefined,
    ...(timeoutMilliseconds !== undefined && { timeoutMilliseconds }),
  });
  return { events, endpoint: running.endpoint };
};

export const send = async (path: string, token?: string, init: RequestInit = {}) => {
  const headers = { ...init.headers, ...(token !== undefined && { authorization: `Bearer ${token}` }) };
  const response = await fetch(`${running?.endpoint}${path}`, { ...init, headers });
  return { status: response.status, headers: response.headers, text: await response.text() };
};

export const message = (text: string) => JSON.stringify({ message: text });
