import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { isForLoopback, type ReportError } from '@share-my-files/local-server';
import { type Callers, callerOf } from './callers.ts';
import type { Route } from './route.ts';
import { isSameOrigin } from './same-origin.ts';
import { sendJson } from './send.ts';

const refuse = (response: ServerResponse, status: number, message: string): void =>
  sendJson(response, status, { message });

const answer = async (
  routes: readonly Route[],
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  if (!isForLoopback(request))
    return refuse(response, 403, 'This server accepts only requests for localhost.');
  const url = URL.parse(request.url ?? '/', 'http://localhost');
  const atPath = routes.filter(({ path }) => path === url?.pathname);
  const route = atPath.find(({ method }) => method === request.method);
  if (url === null || atPath.length === 0) return refuse(response, 404, 'Not found.');
  if (route === undefined) return refuse(response, 405, 'Method not allowed.');
  if (route.sameOriginOnly && !isSameOrigin(request)) {
    return refuse(response, 403, 'Pages of other origins may not call this.');
  }
  await route.handle(request, response, url);
};

type Dependencies = { routes: readonly Route[]; callers: Callers; reportError: ReportError };

/** Responds to requests by a table of routes. Accepts only loopback hosts. */
export const createRequestListener =
  ({ routes, callers, reportError }: Dependencies): RequestListener =>
  (request, response) => {
    const answered = callers.run(callerOf(request), () => answer(routes, request, response));
    answered.catch((error: unknown) => {
      // A client that disconnects while sending is no error of the server.
      if (!request.destroyed || request.complete) reportError(error);
      if (response.headersSent) response.destroy();
      else refuse(response, 500, 'Internal Error');
    });
  };
