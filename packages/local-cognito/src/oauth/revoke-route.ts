import { CognitoError } from '../errors.ts';
import { corsHeaders } from '../http/cors.ts';
import type { Route } from '../http/route.ts';
import { sendEmpty } from '../http/send.ts';
import type { PoolSettings } from '../settings/pool-settings.ts';
import { isJsonWebToken } from '../tokens/is-json-web-token.ts';
import type { Sessions } from '../tokens/sessions.ts';
import { authenticateClient } from './client-authentication.ts';
import { OAuthError } from './oauth-error.ts';
import { readForm } from './oauth-parameters.ts';
import { createFormRoutes } from './oauth-response.ts';

/** Token revocation, RFC 7009: ends the session of a refresh token. Ignores an unknown token. */
export const createRevokeRoutes = ({
  settings,
  sessions,
}: {
  settings: PoolSettings;
  sessions: Sessions;
}): Route[] =>
  createFormRoutes('/oauth2/revoke', async (request, response) => {
    const form = await readForm(request);
    const client = authenticateClient(settings, request, form);
    if (form.token === undefined) throw new OAuthError('invalid_request', 'token is missing.');
    if (isJsonWebToken(form.token)) {
      throw new OAuthError('unsupported_token_type', 'Only refresh tokens can be revoked.');
    }
    try {
      sessions.revoke(client, form.token);
    } catch (error) {
      if (!(error instanceof CognitoError)) throw error;
      throw Object.assign(new OAuthError('invalid_request', error.message), { cause: error });
    }
    sendEmpty(response, 200, corsHeaders(request));
  });
