import { corsHeaders } from '../http/cors.ts';
import type { Route } from '../http/route.ts';
import { originOf } from '../http/same-origin.ts';
import { sendJson } from '../http/send.ts';
import { issuerOf, type PoolSettings } from '../settings/pool-settings.ts';
import { type SigningKeys, toJwks } from '../tokens/signing-keys.ts';

/** Returns the path of the pool's public keys. */
export const jwksPath = (userPoolId: string): string => `/${userPoolId}/.well-known/jwks.json`;

const discoveryDocument = (settings: PoolSettings, endpoint: string) => ({
  issuer: issuerOf(settings),
  jwks_uri: `${endpoint}${jwksPath(settings.userPoolId)}`,
  authorization_endpoint: `${endpoint}/oauth2/authorize`,
  token_endpoint: `${endpoint}/oauth2/token`,
  userinfo_endpoint: `${endpoint}/oauth2/userInfo`,
  revocation_endpoint: `${endpoint}/oauth2/revoke`,
  end_session_endpoint: `${endpoint}/logout`,
  response_types_supported: ['code'],
  grant_types_supported: ['authorization_code', 'refresh_token', 'client_credentials'],
  code_challenge_methods_supported: ['S256'],
  token_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post', 'none'],
  subject_types_supported: ['public'],
  id_token_signing_alg_values_supported: ['RS256'],
  scopes_supported: ['openid', 'email', 'phone', 'profile'],
});

/** The documents for verifying the pool's tokens. */
export const createWellKnownRoutes = (settings: PoolSettings, keys: SigningKeys): Route[] => [
  {
    method: 'GET',
    path: jwksPath(settings.userPoolId),
    handle: (request, response) => sendJson(response, 200, toJwks(keys), corsHeaders(request)),
  },
  {
    method: 'GET',
    path: `/${settings.userPoolId}/.well-known/openid-configuration`,
    handle: (request, response) => {
      sendJson(response, 200, discoveryDocument(settings, originOf(request)), corsHeaders(request));
    },
  },
];
