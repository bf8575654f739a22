import type { UserPoolClient } from '../settings/client-settings.ts';
import type { IdentityProvider, PoolSettings } from '../settings/pool-settings.ts';
import { grantScope } from '../tokens/scopes.ts';
import type { AuthorizationGrant } from './authorization-codes.ts';
import { OAuthError } from './oauth-error.ts';
import { type OAuthParameters, toParameters } from './oauth-parameters.ts';

/** A validated authorization request. The user is still unknown. */
export type AuthorizationRequest = Omit<AuthorizationGrant, 'sub'> & {
  provider: IdentityProvider;
  state: string | undefined;
};

type Settings = Pick<PoolSettings, 'clients' | 'identityProviders'>;

const prompts = ['none', 'login', 'select_account', 'consent'];

/**
 * Returns the client and redirect URI of a request. Undefined unless the client is known and the URI exactly
 * one of its own.
 */
export const findRedirect = (
  { clients }: Pick<PoolSettings, 'clients'>,
  parameters: URLSearchParams,
  kind: 'callbackUrls' | 'logoutUrls',
  name: string,
): { client: UserPoolClient; redirectUri: string } | undefined => {
  const [ids, addresses] = [parameters.getAll('client_id'), parameters.getAll(name)];
  const client = clients.find(({ clientId }) => clientId === ids[0]);
  const redirectUri = client?.[kind].find((address) => address === addresses[0]);
  if (client === undefined || redirectUri === undefined) return undefined;
  return ids.length === 1 && addresses.length === 1 ? { client, redirectUri } : undefined;
};

const assertResponseType = (type: string | undefined, { allowedOAuthFlows }: UserPoolClient): void => {
  if (type === undefined) throw new OAuthError('invalid_request', 'response_type is missing.');
  if (type !== 'code') throw new OAuthError('unsupported_response_type', 'response_type must be code.');
  if (!allowedOAuthFlows.includes('code')) {
    throw new OAuthError('unauthorized_client', 'The client may not use the authorization code grant.');
  }
};

/** RFC 7636; RFC 9700, section 2.1.1: mandatory for clients without a secret. */
const readCodeChallenge = (parameters: OAuthParameters, client: UserPoolClient): string | undefined => {
  const { code_challenge: challenge, code_challenge_method: method } = parameters;
  if (challenge === undefined && method === undefined && client.clientSecret !== undefined) return undefined;
  if (challenge === undefined || method !== 'S256') {
    throw new OAuthError('invalid_request', 'code_challenge with code_challenge_method=S256 is required.');
  }
  if (!/^[\w-]{43}$/.test(challenge)) {
    throw new OAuthError('invalid_request', 'code_challenge must be a SHA-256 hash in base64url.');
  }
  return challenge;
};

const readScope = (parameters: OAuthParameters, client: UserPoolClient): string => {
  const scope = grantScope(client, parameters.scope);
  if (scope === undefined) throw new OAuthError('invalid_scope', 'The client may not request these scopes.');
  return scope;
};

const assertPrompt = (prompt: string | undefined): void => {
  const asked = prompt?.split(' ') ?? [];
  if (!asked.every((one) => prompts.includes(one)) || (asked.length > 1 && asked.includes('none'))) {
    throw new OAuthError('invalid_request', 'prompt is not valid.');
  }
  if (asked.includes('none')) throw new OAuthError('login_required', 'No user is signed in.');
};

const findProvider = (
  { identity_provider: name, idp_identifier: identifier }: OAuthParameters,
  client: UserPoolClient,
  { identityProviders }: Settings,
): IdentityProvider => {
  if (identifier === undefined && (name === undefined || name === 'COGNITO')) {
    throw new OAuthError(
      'login_required',
      'There is no hosted sign-in page. Send identity_provider, or sign in by the user pool API.',
    );
  }
  const provider = identityProviders.find(({ providerName }) => providerName === name);
  if (provider === undefined || !client.supportedIdentityProviders.includes(provider.providerName)) {
    throw new OAuthError('invalid_request', 'The client does not support this identity provider.');
  }
  return provider;
};

/** Validates a request whose client and redirect URI are known. Throws an OAuthError for that URI. */
export const readAuthorizationRequest = (
  settings: Settings,
  { client, redirectUri }: { client: UserPoolClient; redirectUri: string },
  query: URLSearchParams,
): AuthorizationRequest => {
  const parameters = toParameters(query);
  assertResponseType(parameters.response_type, client);
  const codeChallenge = readCodeChallenge(parameters, client);
  const scope = readScope(parameters, client);
  assertPrompt(parameters.prompt);
  return {
    provider: findProvider(parameters, client, settings),
    clientId: client.clientId,
    redirectUri,
    scope,
    nonce: parameters.nonce,
    codeChallenge,
    state: parameters.state,
  };
};
