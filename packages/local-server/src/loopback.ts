import type { IncomingMessage } from 'node:http';

const loopbackHost = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i;

/** Whether an origin is a page of this machine. */
export const isLoopbackOrigin = (origin: string): boolean =>
  URL.canParse(origin) && loopbackHost.test(new URL(origin).host);

/**
 * Whether the Host header names this machine. Refusing other names stops DNS rebinding: a page whose own name was
 * rebound to 127.0.0.1 still sends that name.
 */
export const isForLoopback = ({ headers }: Pick<IncomingMessage, 'headers'>): boolean =>
  headers.host !== undefined && loopbackHost.test(headers.host);
