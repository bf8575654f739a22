import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { corsHeaders, preflightHeaders } from '../http/cors.ts';
import { readBody } from '../http/read-body.ts';
import type { Route } from '../http/route.ts';
import { sendEmpty, sendJson } from '../http/send.ts';
import type { Dispatch } from './dispatch.ts';

const MAXIMUM_BODY_BYTES = 131_072;

// Headers are short and ASCII. The body has the full message.
const headerText = (text: string): string => text.slice(0, 1000).replace(/[^\x20-\x7e]+/g, ' ');

// Signatures are not verified, and a page could forge one. Only programs can be administrators.
const isSigned = ({ headers: { authorization = '', origin } }: IncomingMessage): boolean =>
  authorization.startsWith('AWS4-HMAC-SHA256 ') && origin === undefined;

/** The APIs of user pools and identity pools: `POST /` in the AWS JSON 1.1 protocol, and its preflight. */
export const createAwsJsonRoutes = (dispatch: Dispatch): Route[] => [
  {
    method: 'OPTIONS',
    path: '/',
    handle: (request, response) => sendEmpty(response, 204, preflightHeaders(request)),
  },
  {
    method: 'POST',
    path: '/',
    handle: async (request, response) => {
      const body = await readBody(request, MAXIMUM_BODY_BYTES);
      const target = request.headers['x-amz-target'];
      const reply = await dispatch({
        target: typeof target === 'string' ? target : undefined,
        body,
        isSigned: isSigned(request),
      });
      sendJson(response, reply.status, reply.body, {
        'content-type': 'application/x-amz-json-1.1',
        'x-amzn-requestid': randomUUID(),
        ...corsHeaders(request),
        ...(reply.error && {
          'x-amzn-errortype': `${reply.error.name}:`,
          'x-amzn-errormessage': headerText(reply.error.message),
        }),
      });
    },
  },
];
