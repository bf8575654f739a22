import type { IncomingMessage, ServerResponse } from 'node:http';

/** What the server does for one method and exact path. */
export type Route = {
  method: 'GET' | 'POST' | 'DELETE' | 'OPTIONS';
  path: string;
  /** True where no page of another origin may call at all. */
  sameOriginOnly?: boolean;
  handle: (request: IncomingMessage, response: ServerResponse, url: URL) => void | Promise<void>;
};
