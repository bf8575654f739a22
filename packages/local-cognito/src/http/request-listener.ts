import type { IncomingMessage, RequestListener, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { isForLoopback, isSameOrigin } from './loopback.ts';
import type { Route } from './route.ts';
import { sendJson } from './send.ts';

const HOST = '127.0.0.1';

// On a busy machine Node's five seconds end just when a client uses an idle connection again.
const KEEP_ALIVE_MILLISECONDS = 65_000;

const refuse = (response: ServerResponse, status: number, message: string): void =>
  sendJson(response, status, { message });

const answer = async (
  routes: readonly Route[],
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  if (!isForLoopback(request)) return refuse(response, 403, 'This server answers to localhost only.');
  const url = URL.parse(request.url ?? '/', `http://${HOST}`);
  const atPath = routes.filter(({ path }) => path === url?.pathname);
  const route = atPath.find(({ method }) => method === request.method);
  if (url === null || atPath.length === 0) return refuse(response, 404, 'Not found.');
  if (route === undefined) return refuse(response, 405, 'Method not allowed.');
  if (route.sameOriginOnly && !isSameOrigin(request)) {
    return refuse(response, 403, 'Pages of other origins may not use this.');
  }
  await route.handle(request, response, url);
};

/** Answers requests by a table of routes, for clients that name the loopback interface only. */
export const createRequestListener =
  (routes: readonly Route[], reportError: (error: unknown) => void): RequestListener =>
  (request, response) => {
    answer(routes, request, response).catch((error: unknown) => {
      // A client that goes away while it sends is no fault of ours.
      if (!request.destroyed || request.complete) reportError(error);
      if (response.headersSent) response.destroy();
      else refuse(response, 500, 'Internal Error');
    });
  };

const toStartError = (error: NodeJS.ErrnoException, port: number): Error =>
  error.code === 'EADDRINUSE'
    ? new Error(`Port ${port} is in use by another program.`, { cause: error })
    : error;

/** Listens on the loopback interface only and gives the port; `0` takes a free one. Throws when the port is in use. */
export const listen = (server: Server, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    server.keepAliveTimeout = KEEP_ALIVE_MILLISECONDS;
    server.once('error', (error) => reject(toStartError(error, port)));
    server.listen(port, HOST, () => resolve((server.address() as AddressInfo).port));
  });

/** Stops listening and ends every connection, open event streams too; a server that never listened is closed already. */
export const closeServer = (server: Server): Promise<void> =>
  new Promise((resolve, reject) => {
    if (!server.listening) return resolve();
    server.close((error) => (error ? reject(error) : resolve()));
    server.closeAllConnections();
  });
