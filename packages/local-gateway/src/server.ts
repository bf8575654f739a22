import { createServer, type IncomingMessage, type Server } from 'node:http';
import {
  closeServer,
  isForLoopback,
  listenOnLoopback,
  type ReportError,
  reportAsWarning,
} from '@share-my-files/local-server';
import type { AuthorizerSettings } from './authorizer.ts';
import { readRequest } from './gateway-request.ts';
import { type GatewayResponse, messageResponse, sendResponse } from './gateway-response.ts';
import { behaviours, type GatewayType } from './gateway-type.ts';
import type { Handler } from './invoke-handler.ts';
import { createResponder } from './responder.ts';
import type { Route } from './routes.ts';

/** Options of a gateway. */
export type LocalGatewayOptions = {
  type: GatewayType;
  routes: readonly Route[];
  authorizer: AuthorizerSettings;
  handler: Handler;
  /** @default 0, which takes a free port */
  port?: number;
  /** Time limit of the handler. @default 30 000 for an HTTP API, 29 000 for a REST API */
  timeoutMilliseconds?: number;
  /** Receives errors of the handler and of the key set, and malformed results. @default a warning of the process */
  onError?: ReportError;
};

/** A running gateway. */
export type LocalGateway = {
  /** `http://localhost:PORT` */
  endpoint: string;
  server: Server;
  /** Stops accepting connections and waits for responses in progress. Idempotent. */
  close: () => Promise<void>;
};

// API Gateway has one host name for each API, and responds to any other with this.
const foreignHost = messageResponse(403, 'Forbidden');

/** Listens on 127.0.0.1. Throws a `StartError` if the port is in use. */
export const startLocalGateway = async (options: LocalGatewayOptions): Promise<LocalGateway> => {
  const behaviour = behaviours[options.type];
  const { timeoutMilliseconds = behaviour.timeoutMilliseconds, onError = reportAsWarning } = options;
  const respond = createResponder({ ...options, behaviour, timeoutMilliseconds, onError });

  const handle = async (message: IncomingMessage): Promise<GatewayResponse> =>
    isForLoopback(message) ? await respond(await readRequest(message)) : foreignHost;

  const server = createServer((message, response) => {
    handle(message).then(
      (result) => sendResponse(response, result),
      (error: unknown) => response.destroy(error instanceof Error ? error : undefined),
    );
  });
  const port = await listenOnLoopback(server, options.port ?? 0);
  return {
    endpoint: `http://localhost:${port}`,
    server,
    // No response takes longer than the handler may.
    close: () => closeServer(server, timeoutMilliseconds),
  };
};
