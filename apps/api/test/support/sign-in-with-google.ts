import { signInScopes, webPaths } from '@share-my-files/contract';
import type { UserPoolConfig } from '@share-my-files/local-cognito';
import type { TestApi } from './start-test-api.ts';

const callback = `http://localhost:5173${webPaths.signInCallback}`;

// The verifier of RFC 7636, appendix B, and its challenge.
const verifier = 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk';
const challenge = 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM';

/** The provider, as `pnpm dev` configures it. */
export const google = {
  providerName: 'Google',
  providerType: 'Google',
  attributeMapping: { email: 'email', email_verified: 'email_verified', name: 'name' },
} satisfies NonNullable<UserPoolConfig['identityProviders']>[number];

/** Settings of a client with which users sign in with Google, or with a password. */
export const clientWithGoogle = {
  allowedOAuthFlows: ['code'],
  allowedOAuthScopes: [...signInScopes],
  callbackUrls: [callback],
  supportedIdentityProviders: ['COGNITO', google.providerName],
} satisfies NonNullable<UserPoolConfig['clients']>[number];

/** Signs a user in with a new account of Google, which states whether the email address is verified. */
export const signInWithGoogle = async (
  { cognito, clientWith }: TestApi,
  email: string,
  isEmailVerified: boolean,
  scope = signInScopes.join(' '),
) => {
  const { endpoint, userPoolClientId: client_id } = cognito;
  const shared = { client_id, redirect_uri: callback };
  const query = new URLSearchParams({
    ...shared,
    response_type: 'code',
    identity_provider: google.providerName,
    scope,
    code_challenge: challenge,
    code_challenge_method: 'S256',
  });
  const begun = await fetch(`${endpoint}/oauth2/authorize?${query}`, { redirect: 'manual' });
  const page = new URL(begun.headers.get('location') ?? '', endpoint);
  const answered = await fetch(`${endpoint}/identity-provider/answer`, {
    method: 'POST',
    body: JSON.stringify({
      request: page.searchParams.get('request'),
      newAccount: { name: 'Gina', email, isEmailVerified },
    }),
  });
  const { redirectTo } = (await answered.json()) as { redirectTo: string };
  const code = new URL(redirectTo).searchParams.get('code') ?? '';
  const form = { ...shared, grant_type: 'authorization_code', code, code_verifier: verifier };
  const reply = await fetch(`${endpoint}/oauth2/token`, { method: 'POST', body: new URLSearchParams(form) });
  const { access_token } = (await reply.json()) as { access_token: string };
  return clientWith(access_token);
};
