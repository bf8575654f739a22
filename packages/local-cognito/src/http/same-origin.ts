import type { IncomingMessage } from 'node:http';
import { TLSSocket } from 'node:tls';

/** The origin that the client reached: that of the TLS listener, or of the plain one. */
export const originOf = ({ headers, socket }: IncomingMessage): string =>
  `${socket instanceof TLSSocket ? 'https' : 'http'}://${headers.host}`;

/** Whether no page of another site sent the request: browsers add Origin, programs do not. */
export const isSameOrigin = (request: IncomingMessage): boolean =>
  request.headers.origin === undefined || request.headers.origin === originOf(request);
