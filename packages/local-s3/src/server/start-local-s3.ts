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

/** Options of the endpoint. */
export type LocalS3Options = {
  /** Created if missing, and locked while the endpoint runs. */
  dataDirectory: string;
  /** @default 0, which takes a free port */
  port?: number;
  /** The only accepted long-term key pair. */
  credentials: Credentials;
  /** If set, credentials that `createSessionCredentials` made with the same key are accepted as well. */
  sessionKey?: string | undefined;
  /** @default 'us-east-1' */
  region?: string;
  /** @default the system clock */
  now?: () => Date;
  /** Receives each error behind a response with status 500. @default a warning of the process */
  onInternalError?: ReportError;
  /** Receives a text for each request that needs a missing feature. @default a warning of the process */
  onUnsupported?: ReportError;
};

/** A running endpoint. */
export type LocalS3 = {
  /** `http://localhost:PORT`, for path-style requests. */
  endpoint: string;
  /** Waits up to two seconds for responses in progress, closes every connection and unlocks the folder. Idempotent. */
  close(): Promise<void>;
};

const closeGraceMilliseconds = 2000;

/** Responds in S3's form to requests that Node's HTTP parser rejects. */
const respondToUnparsedRequests = (server: Server) =>
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    if (!socket.writable) return void socket.destroy();
    const code = error.code === 'HPE_HEADER_OVERFLOW' ? 'RequestHeaderSectionTooLarge' : 'BadRequest';
    const { body } = errorResponse(new S3Error(code), '', '');
    socket.end(
      `HTTP/1.1 400 Bad Request\r\nContent-Type: application/xml\r\nConnection: close\r\n\r\n${body}`,
    );
  });

const createHttpServer = (handle: RequestHandler) => {
  // Uploads have no time limit.
  const server = createServer({ requestTimeout: 0 });
  const listener = (...exchange: Parameters<RequestHandler>) => void handle(...exchange);
  server.on('request', listener);
  server.on('checkContinue', listener);
  respondToUnparsedRequests(server);
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
  onUnsupported = reportAsWarning,
}: LocalS3Options): Promise<LocalS3> => {
  const store = await openStore(dataDirectory);
  const server = createHttpServer(
    createRequestHandler({
      store,
      region,
      now,
      verifySignature: createSignatureVerifier({ credentials, sessionKey, region, now }),
      onInternalError,
      onUnsupported,
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
