import { once } from 'node:events';
import { createServer, type RequestListener, type ServerResponse } from 'node:http';
import { Server as TcpServer } from 'node:net';
import { connectionLimits, shutdownLimits } from '#time-limits.ts';
import { isAcceptableLength } from './json-body.ts';

/** Creates a server on which slow requests end, and whose `close` resets no connection that answers in time. */
export const createHttpServer = (app: RequestListener, limits = connectionLimits) => {
  const unanswered = new Set<ServerResponse>();
  let isClosing = false;

  const server = createServer(
    {
      headersTimeout: limits.headersMilliseconds,
      requestTimeout: limits.requestMilliseconds,
      connectionsCheckingInterval: limits.checkEveryMilliseconds,
      keepAliveTimeout: limits.idleMilliseconds,
    },
    (request, response) => {
      unanswered.add(response);
      response.once('close', () => unanswered.delete(response));
      response.shouldKeepAlive &&= !isClosing;
      app(request, response);
    },
  );
  server.on('checkContinue', (request, response) => {
    if (isAcceptableLength(request)) response.writeContinue();
    server.emit('request', request, response);
  });

  /** Stops listening, marks the last response of each connection with `Connection: close`, and resolves after all of them. */
  const close = async (): Promise<void> => {
    isClosing = true;
    for (const response of unanswered) response.shouldKeepAlive = false;
    const closed = once(server, 'close');
    // That of the HTTP server would also end idle connections at once, and reset a request that is on its way.
    TcpServer.prototype.close.call(server);
    const timers = [
      setTimeout(() => server.closeIdleConnections(), shutdownLimits.idleMilliseconds),
      setTimeout(() => server.closeAllConnections(), shutdownLimits.requestsMilliseconds),
    ];
    await closed;
    for (const timer of timers) clearTimeout(timer);
  };

  return { server, close };
};
