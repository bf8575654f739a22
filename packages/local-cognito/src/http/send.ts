import type { OutgoingHttpHeaders, ServerResponse } from 'node:http';

/** Sends a JSON body with its exact length. */
export const sendJson = (
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: OutgoingHttpHeaders = {},
): void => {
  const bytes = Buffer.from(JSON.stringify(body));
  response.writeHead(status, {
    'content-type': 'application/json',
    'cache-control': 'no-store',
    'content-length': bytes.length,
    ...headers,
  });
  response.end(bytes);
};

/** Sends a status without a body. */
export const sendEmpty = (
  response: ServerResponse,
  status: number,
  headers: OutgoingHttpHeaders = {},
): void => {
  response.writeHead(status, { 'content-length': 0, ...headers });
  response.end();
};
