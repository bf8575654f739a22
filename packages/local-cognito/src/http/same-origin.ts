import type { IncomingMessage } from 'node:http';
import { TLSSocket } from 'node:tls';

/** Returns the origin that the client reached, of the TLS listener or the plain one. */
export const originOf = ({ headers, socket }: IncomingMessage): string =>
  `${socket instanceof TLSSocket ? 'https' : 'http'}://${headers.host}`;

/** Whether no other site's page sent the request. Browsers add Origin; programs do not. */
export const isSameOrigin = (request: IncomingMessage): boolean =>
  request.headers.origin === undefined || request.headers.origin === originOf(request);
