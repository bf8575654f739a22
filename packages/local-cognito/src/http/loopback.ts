import type { IncomingMessage } from 'node:http';

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

/** Tells whether no other site's page has sent the request: browsers add Origin, programs do not. */
export const isSameOrigin = ({ headers }: IncomingMessage): boolean =>
  headers.origin === undefined || headers.origin === `http://${headers.host}`;
