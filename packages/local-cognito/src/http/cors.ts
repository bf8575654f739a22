import type { IncomingMessage, OutgoingHttpHeaders } from 'node:http';
import { isLoopbackOrigin } from '@share-my-files/local-server';

const requestHeaders = [
  'content-type',
  'x-amz-target',
  'cache-control',
  'x-amz-user-agent',
  'amz-sdk-invocation-id',
  'amz-sdk-request',
  'authorization',
];

const responseHeaders = ['x-amzn-requestid', 'x-amzn-errortype', 'x-amzn-errormessage', 'date'];

/** CORS headers of a response: only pages of this machine may call the API. */
export const corsHeaders = ({ headers }: IncomingMessage): OutgoingHttpHeaders => {
  if (headers.origin === undefined || !isLoopbackOrigin(headers.origin)) return { vary: 'Origin' };
  return {
    'access-control-allow-origin': headers.origin,
    'access-control-expose-headers': responseHeaders.join(', '),
    vary: 'Origin',
  };
};

/** CORS headers of the response to a preflight request. */
export const preflightHeaders = (request: IncomingMessage): OutgoingHttpHeaders => ({
  ...corsHeaders(request),
  'access-control-allow-methods': 'GET, POST',
  'access-control-allow-headers': requestHeaders.join(', '),
  'access-control-max-age': '600',
});
