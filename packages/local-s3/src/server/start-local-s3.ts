import { createServer, type Server } from 'node:http';
import {
  closeServer,
  listenOnLoopback,
  type ReportError,
  reportAsWarning,
} from '@share-my-files/local-server';
import type { Credentials } from '../credentials/credentials.ts';
import { S3Error } from '../protocol/errors.ts';
import { createSignatureVerifier } from '../signature/verify-signature.ts';
import { openStore } from '../store/open-store.ts';
import { createRequestHandler, type RequestHandler } from './request-handler.ts';
import { errorResponse } from './send-response.ts';

/** How the endpoint is set up. */
export type LocalS3Options = {
  /** Created when missing; no other process may use it meanwhile. */
  dataDirectory: string;
  /** @default 0, for any free port */
  port?: number;
  /** The only long-lived key pair whose signatures are accepted. */
  credentials: Credentials;
  /** With it, temporary credentials made by `createSessionCredentials` with the same key are accepted too. */
  sessionKey?: string | undefined;
  /** @default 'us-east-1' */
  region?: string;
  /** @default the system's clock */
  now?: () => Date;
  /** Told of every failure that is answered with a 500. @default a process warning */
  onInternalError?: ReportError;
};

/** A running endpoint. */
export type LocalS3 = {
  /** `http://localhost:PORT`, to be used path-style. */
  endpoint: string;
  /** Stops accepting, lets answers under way end for two seconds, and gives the folder free; may be called again. */
  close(): Promise<void>;
};

const closeGraceMilliseconds = 2000;

/** What Node's parser refuses never becomes a request; it is answered in S3's form all the same. */
const answerUnreadableRequests = (server: Server) =>
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    if (!socket.writable) return void socket.destroy();
    const code = error.code === 'HPE_HEADER_OVERFLOW' ? 'RequestHeaderSectionTooLarge' : 'BadRequest';
    const { body } = errorResponse(new S3Error(code), '', '');
    socket.end(
      `HTTP/1.1 400 Bad Request\r\nContent-Type: application/xml\r\nConnection: close\r\n\r\n${body}`,
    );
  });

const createHttpServer = (handle: RequestHandler) => {
  // An upload may take as long as it needs.
  const server = createServer({ requestTimeout: 0 });
  const listener = (...exchange: Parameters<RequestHandler>) => void handle(...exchange);
  server.on('request', listener);
  server.on('checkContinue', listener);
  answerUnreadableRequests(server);
  return server;
};

/**
 * Opens the folder and listens on 127.0.0.1.
 * Throws a `StartError` if the folder or the port is in use.
 */
export const startLocalS3 = async ({
  dataDirectory,
  port = 0,
  credentials,
  sessionKey,
  region = 'us-east-1',
  now = () => new Date(),
  onInternalError = reportAsWarning,
}: LocalS3Options): Promise<LocalS3> => {
  const store = await openStore(dataDirectory);
  const server = createHttpServer(
    createRequestHandler({
      store,
      region,
      now,
      verifySignature: createSignatureVerifier({ credentials, sessionKey, region, now }),
      onInternalError,
    }),
  );
  try {
    const boundPort = await listenOnLoopback(server, port);
    let closing: Promise<void> | undefined;
    const close = () => {
      closing ??= closeServer(server, closeGraceMilliseconds).then(() => store.close());
      return closing;
    };
    return { endpoint: `http://localhost:${boundPort}`, close };
  } catch (error) {
    store.close();
    throw error;
  }
};
