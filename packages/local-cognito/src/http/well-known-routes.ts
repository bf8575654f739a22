import { issuerOf, type PoolSettings } from '../pool-config.ts';
import { type SigningKeys, toJwks } from '../tokens/signing-keys.ts';
import { corsHeaders } from './cors.ts';
import type { Route } from './route.ts';
import { sendJson } from './send.ts';

/** Where the pool's public keys are, under the server's address. */
export const jwksPath = (userPoolId: string): string => `/${userPoolId}/.well-known/jwks.json`;

const discoveryDocument = (settings: PoolSettings, endpoint: string) => ({
  issuer: issuerOf(settings),
  jwks_uri: `${endpoint}${jwksPath(settings.userPoolId)}`,
  response_types_supported: ['code', 'token'],
  subject_types_supported: ['public'],
  id_token_signing_alg_values_supported: ['RS256'],
  scopes_supported: ['openid', 'email', 'phone', 'profile'],
});

/** The documents with which others verify the pool's tokens. */
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
      const endpoint = `http://${request.headers.host}`;
      sendJson(response, 200, discoveryDocument(settings, endpoint), corsHeaders(request));
    },
  },
];
