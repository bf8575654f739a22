import { AsyncLocalStorage } from 'node:async_hooks';
import type { IncomingMessage } from 'node:http';

/** The program that sent a request. */
export type Caller = { ipAddress: string; userAgent: string };

/**
 * Hands the caller of the current request to code that no HTTP type reaches. Outside a request there is no
 * caller.
 */
export type Callers = AsyncLocalStorage<Caller>;

/** Creates the storage, empty. */
export const createCallers = (): Callers => new AsyncLocalStorage();

/** Returns the caller of a request. */
export const callerOf = ({ socket, headers }: IncomingMessage): Caller => ({
  ipAddress: socket.remoteAddress ?? '',
  userAgent: headers['user-agent'] ?? '',
});
