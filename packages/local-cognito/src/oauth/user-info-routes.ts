import type { IncomingMessage, ServerResponse } from 'node:http';
import { decodeJwt } from 'jose';
import { CognitoError } from '../errors.ts';
import { corsHeaders, preflightHeaders } from '../http/cors.ts';
import type { Route } from '../http/route.ts';
import { sendEmpty, sendJson } from '../http/send.ts';
import type { AuthenticateSession } from '../tokens/access-token-verifier.ts';
import { attributesInScope } from '../tokens/scopes.ts';
import { readableBy } from '../users/attribute-schema.ts';

const path = '/oauth2/userInfo';

const bearer = /^Bearer +([\w.~+/-]+=*)$/i;

const refuse = (
  request: IncomingMessage,
  response: ServerResponse,
  status: 400 | 401,
  description: string,
): void => {
  const error = status === 400 ? 'invalid_request' : 'invalid_token';
  sendJson(
    response,
    status,
    { error, error_description: description },
    {
      ...corsHeaders(request),
      'www-authenticate': `Bearer error="${error}", error_description="${description}"`,
    },
  );
};

/**
 * OpenID Connect Core, section 5.3: returns the attributes that the client may read and the scopes of the
 * access token include, all as text.
 */
export const createUserInfoRoutes = ({
  authenticateSession,
}: {
  authenticateSession: AuthenticateSession;
}): Route[] => {
  const handle: Route['handle'] = async (request, response) => {
    const token = bearer.exec(request.headers.authorization ?? '')?.[1];
    if (token === undefined) return refuse(request, response, 400, 'Send one access token as Bearer.');
    try {
      const { user, client } = await authenticateSession(token, 'openid');
      const { sub, username, attributes } = user;
      const claims = attributesInScope(readableBy(client, attributes), String(decodeJwt(token).scope));
      sendJson(response, 200, { sub, ...claims, username }, corsHeaders(request));
    } catch (error) {
      if (!(error instanceof CognitoError)) throw error;
      refuse(request, response, 401, error.message);
    }
  };
  return [
    {
      method: 'OPTIONS',
      path,
      handle: (request, response) => sendEmpty(response, 204, preflightHeaders(request)),
    },
    { method: 'GET', path, handle },
    { method: 'POST', path, handle },
  ];
};
