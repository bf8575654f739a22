import type { OutgoingHttpHeaders, ServerResponse } from 'node:http';

/** Sends JSON with its content length. */
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

/** Sends plain text that a browser shows but cannot run. */
export const sendText = (response: ServerResponse, status: number, text: string): void => {
  const bytes = Buffer.from(text);
  response.writeHead(status, {
    'content-type': 'text/plain; charset=utf-8',
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
    'content-length': bytes.length,
  });
  response.end(bytes);
};
