import type { IncomingMessage } from 'node:http';
import { TLSSocket } from 'node:tls';

const loopbackNames = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Tells whether an origin is a page of this machine. */
export const isLoopbackOrigin = (origin: string): boolean =>
  URL.canParse(origin) && loopbackNames.has(new URL(origin).hostname);

/**
 * Tells whether the request names this machine in its Host header. A page that had its own name rebound to
 * 127.0.0.1 would send that name.
 */
export const isForLoopback = ({ headers }: IncomingMessage): boolean =>
  headers.host !== undefined && isLoopbackOrigin(`http://${headers.host}`);

/** The origin under which the client has reached this server: its TLS listener, or the plain one. */
export const originOf = ({ headers, socket }: IncomingMessage): string =>
  `${socket instanceof TLSSocket ? 'https' : 'http'}://${headers.host}`;

/** Tells whether no other site's page has sent the request: browsers add Origin, programs do not. */
export const isSameOrigin = (request: IncomingMessage): boolean =>
  request.headers.origin === undefined || request.headers.origin === originOf(request);
