import { corsHeaders } from '../http/cors.ts';
import type { Route } from '../http/route.ts';
import { sendJson } from '../http/send.ts';
import type { PoolSettings } from '../settings/pool-settings.ts';
import { authenticateClient } from './client-authentication.ts';
import type { Grant } from './grant.ts';
import { OAuthError } from './oauth-error.ts';
import { readForm } from './oauth-parameters.ts';
import { createFormRoutes } from './oauth-response.ts';

/** The token endpoint of RFC 6749, section 3.2, with the grants by `grant_type`. */
export const createTokenRoutes = (settings: PoolSettings, grants: ReadonlyMap<string, Grant>): Route[] =>
  createFormRoutes('/oauth2/token', async (request, response) => {
    const form = await readForm(request);
    const client = authenticateClient(settings, request, form);
    if (form.grant_type === undefined) throw new OAuthError('invalid_request', 'grant_type is missing.');
    const grant = grants.get(form.grant_type);
    if (grant === undefined)
      throw new OAuthError('unsupported_grant_type', 'The grant_type is not supported.');
    const reply = await grant(client, form);
    sendJson(response, 200, reply, { pragma: 'no-cache', ...corsHeaders(request) });
  });
