import { signInScopes, webPaths } from '@share-my-files/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectRefused } from './support/front-answers.ts';
import { startTestApi, type TestApi } from './support/start-test-api.ts';
import { uploadFile } from './support/upload-file.ts';

const callback = `http://localhost:5173${webPaths.signInCallback}`;
const adminScope = signInScopes.join(' ');

// The verifier of RFC 7636, appendix B, and its challenge.
const verifier = 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk';
const challenge = 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM';

const poolConfig = {
  identityProviders: [
    {
      providerName: 'Google',
      providerType: 'Google' as const,
      attributeMapping: { email: 'email', email_verified: 'email_verified', name: 'name' } as const,
    },
  ],
  clients: [
    {
      allowedOAuthFlows: ['code' as const],
      allowedOAuthScopes: [...signInScopes],
      callbackUrls: [callback],
      supportedIdentityProviders: ['Google'],
    },
  ],
};

let api: TestApi;

beforeAll(async () => {
  api = await startTestApi({ poolConfig });
});

afterAll(() => api.close());

/** Signs a user in with Google, which states whether the email address is verified. */
const signInWithGoogle = async (email: string, isEmailVerified: boolean, scope = adminScope) => {
  const { endpoint, userPoolClientId: client_id } = api.cognito;
  const shared = { client_id, redirect_uri: callback };
  const query = new URLSearchParams({
    ...shared,
    response_type: 'code',
    identity_provider: 'Google',
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
  const body = new URLSearchParams(form);
  const reply = await fetch(`${endpoint}/oauth2/token`, { method: 'POST', body });
  const { access_token } = (await reply.json()) as { access_token: string };
  return api.clientWith(access_token);
};

describe('a user who signs in with Google', () => {
  test('receives invitations to a verified email address only', async () => {
    const ada = await api.createUser();
    const item = await uploadFile(ada);
    const email = 'invited@example.com';
    await ada.call('putGrant', { params: { itemId: item.id }, body: { email, role: 'viewer' } }).expect(200);

    const unverified = await signInWithGoogle(email, false);
    await unverified.call('getMe').expect(200);
    await unverified.call('getItem', { params: { itemId: item.id } }).expect(404);
    const verified = await signInWithGoogle(email, true);
    await verified.call('getItem', { params: { itemId: item.id } }).expect(200);
    await unverified.call('getItem', { params: { itemId: item.id } }).expect(404);
  });

  test('learns of another account with the same verified address, and only of that', async () => {
    const ada = await api.createUser();
    const hasOtherAccount = async (user: Pick<typeof ada, 'call'>) =>
      (await user.call('getMe').expect(200)).body.hasOtherAccount;
    expect(await hasOtherAccount(ada)).toBe(false);

    expect(await hasOtherAccount(await signInWithGoogle(ada.email, false))).toBe(false);
    expect(await hasOtherAccount(await signInWithGoogle(ada.email, true))).toBe(true);
    expect(await hasOtherAccount(await signInWithGoogle('alone@example.com', true))).toBe(false);
  });

  test('is rejected with a token without the scope for their own account', async () => {
    const narrow = await signInWithGoogle('narrow@example.com', true, 'openid email');

    expectRefused(await narrow.call('getMe'), 'Bearer error="invalid_token"');
  });
});
