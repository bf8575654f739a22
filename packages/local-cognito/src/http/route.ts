import type { IncomingMessage, ServerResponse } from 'node:http';

/** A handler for one method and exact path. */
export type Route = {
  method: 'GET' | 'POST' | 'DELETE' | 'OPTIONS';
  path: string;
  /** Rejects pages of other origins. */
  sameOriginOnly?: boolean;
  handle: (request: IncomingMessage, response: ServerResponse, url: URL) => void | Promise<void>;
};
