import type { IncomingMessage, ServerResponse } from 'node:http';
import { corsHeaders, preflightHeaders } from '../http/cors.ts';
import type { Route } from '../http/route.ts';
import { sendEmpty, sendJson } from '../http/send.ts';
import { OAuthError } from './oauth-error.ts';

/** Sends an error in the format of RFC 6749, section 5.2. */
const sendOAuthError = (
  request: IncomingMessage,
  response: ServerResponse,
  { code, message }: OAuthError,
): void => {
  const usedBasic = request.headers.authorization !== undefined;
  // Amplify shows the nonstandard error_message.
  const body = { error: code, error_description: message, error_message: message };
  sendJson(response, code === 'invalid_client' ? 401 : 400, body, {
    ...corsHeaders(request),
    ...(code === 'invalid_client' && usedBasic && { 'www-authenticate': 'Basic realm="local-cognito"' }),
  });
};

/** Creates a route for pages of this machine whose OAuthErrors become responses. */
export const createFormRoutes = (
  path: string,
  handle: (request: IncomingMessage, response: ServerResponse) => Promise<void>,
): Route[] => [
  {
    method: 'OPTIONS',
    path,
    handle: (request, response) => sendEmpty(response, 204, preflightHeaders(request)),
  },
  {
    method: 'POST',
    path,
    handle: async (request, response) => {
      try {
        await handle(request, response);
      } catch (error) {
        if (!(error instanceof OAuthError)) throw error;
        sendOAuthError(request, response, error);
      }
    },
  },
];
