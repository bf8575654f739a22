import type { UserPoolConfig } from '@share-my-files/local-cognito';
import { startTestPool, type TestPool } from './start-test-pool.ts';

export const callbackUrl = 'http://localhost:5173/sign-in/callback';
export const logoutUrl = 'http://localhost:5173/sign-in';

export const publicClientId = 'localcognitopublic00000001';
export const otherClientId = 'localcognitoother000000002';
export const confidentialClientId = 'localcognitoserver00000003';
export const clientSecret = 'a-secret: with + and % for encoding';

const scopes = ['openid', 'email', 'profile', 'phone', 'aws.cognito.signin.user.admin'];

const interactive = {
  allowedOAuthFlows: ['code' as const],
  allowedOAuthScopes: scopes,
  callbackUrls: [callbackUrl],
  logoutUrls: [logoutUrl],
  supportedIdentityProviders: ['COGNITO', 'Google', 'SignInWithApple'],
};

/** Two public clients, and one with a secret that also authenticates as itself. */
export const oauthPoolConfig = {
  clients: [
    { clientId: publicClientId, ...interactive },
    { clientId: otherClientId, ...interactive },
    {
      clientId: confidentialClientId,
      clientSecret,
      ...interactive,
      allowedOAuthFlows: ['code', 'client_credentials'],
      allowedOAuthScopes: [...scopes, 'files/read', 'files/write'],
    },
  ],
  resourceServers: [
    {
      identifier: 'files',
      name: 'Files',
      scopes: [
        { scopeName: 'read', scopeDescription: 'Read files' },
        { scopeName: 'write', scopeDescription: 'Write files' },
      ],
    },
  ],
  identityProviders: [
    {
      providerName: 'Google',
      providerType: 'Google',
      attributeMapping: { email: 'email', email_verified: 'email_verified', name: 'name' },
    },
    { providerName: 'SignInWithApple', providerType: 'SignInWithApple' },
  ],
} satisfies UserPoolConfig;

export const startOAuthPool = (dataDirectory?: string): Promise<TestPool> =>
  startTestPool(oauthPoolConfig, dataDirectory);

export const gina = { name: 'Gina', email: 'gina@example.com', isEmailVerified: true };

/** Follows an authorization request to the stand-in. Returns the id of the request. */
export const startSignIn = async (authorizationUrl: URL): Promise<string> => {
  const response = await fetch(authorizationUrl, { redirect: 'manual' });
  const location = response.headers.get('location') ?? '';
  const request = new URL(location, authorizationUrl).searchParams.get('request');
  if (request === null) throw new Error(`No sign-in has begun: ${response.status} ${location}`);
  return request;
};

/** Answers like the page of the stand-in. */
export const answer = (
  pool: TestPool,
  body: object,
  headers: Record<string, string> = {},
): Promise<Response> =>
  fetch(`${pool.endpoint}/identity-provider/answer`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });

/** Signs a new user in at the stand-in. Returns the callback URL with the code. */
export const signInAtProvider = async (
  pool: TestPool,
  authorizationUrl: URL,
  person = gina,
): Promise<URL> => {
  const request = await startSignIn(authorizationUrl);
  const response = await answer(pool, { request, newAccount: person });
  const { redirectTo } = (await response.json()) as { redirectTo: string };
  return new URL(redirectTo);
};

/** The query of an authorization request, with the challenge of RFC 7636, appendix B. */
export const authorizationQuery = (changes: Record<string, string | undefined> = {}): URLSearchParams => {
  const parameters: Record<string, string | undefined> = {
    response_type: 'code',
    client_id: publicClientId,
    redirect_uri: callbackUrl,
    identity_provider: 'Google',
    scope: 'openid email',
    state: 'state-of-the-app',
    code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
    code_challenge_method: 'S256',
    ...changes,
  };
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) if (value !== undefined) query.set(name, value);
  return query;
};

export const codeVerifier = 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk';

/** Requests an authorization without following the redirect. */
export const authorize = (pool: TestPool, query: URLSearchParams): Promise<Response> =>
  fetch(`${pool.endpoint}/oauth2/authorize?${query}`, { redirect: 'manual' });

/** Signs a new user in. Returns the code. */
export const obtainCode = async (pool: TestPool, changes: Record<string, string | undefined> = {}) => {
  const url = new URL(`${pool.endpoint}/oauth2/authorize?${authorizationQuery(changes)}`);
  return (await signInAtProvider(pool, url)).searchParams.get('code') ?? '';
};

/** Sends a form to an endpoint of the pool. */
export const postForm = async (
  pool: TestPool,
  path: string,
  form: Record<string, string>,
  headers: Record<string, string> = {},
) => {
  const body = new URLSearchParams(form);
  const response = await fetch(`${pool.endpoint}${path}`, { method: 'POST', body, headers });
  const text = await response.text();
  const json = (text === '' ? {} : JSON.parse(text)) as Record<string, string>;
  return { status: response.status, headers: response.headers, body: json };
};

/** Exchanges a code as the public client. */
export const exchange = (pool: TestPool, code: string, changes: Record<string, string> = {}) =>
  postForm(pool, '/oauth2/token', {
    grant_type: 'authorization_code',
    code,
    client_id: publicClientId,
    redirect_uri: callbackUrl,
    code_verifier: codeVerifier,
    ...changes,
  });
