import { describe, expect, test } from 'vitest';
import {
  authorizationQuery,
  authorize,
  callbackUrl,
  logoutUrl,
  publicClientId,
  startOAuthPool,
} from './support/oauth-pool.ts';

describe('GET /oauth2/authorize', () => {
  test.each([
    ['an unknown client', { client_id: 'unknownclient0000000000001' }],
    ['no client', { client_id: undefined }],
    ['no address', { redirect_uri: undefined }],
    ['another address', { redirect_uri: 'https://evil.example/' }],
    ['a longer address', { redirect_uri: `${callbackUrl}/more` }],
    ['the address in capitals', { redirect_uri: callbackUrl.toUpperCase() }],
    ['the address with a query', { redirect_uri: `${callbackUrl}?next=https://evil.example/` }],
  ])('shows an error and does not redirect with %s', async (_name, changes) => {
    const pool = await startOAuthPool();

    const response = await authorize(pool, authorizationQuery(changes));

    expect(response.status).toBe(400);
    expect(response.headers.get('location')).toBeNull();
    expect(response.headers.get('content-type')).toContain('text/plain');
    expect(await response.text()).not.toContain('evil');
  });

  test('does not redirect if the address is repeated', async () => {
    const pool = await startOAuthPool();
    const query = `redirect_uri=${encodeURIComponent(callbackUrl)}&${authorizationQuery()}`;

    expect((await authorize(pool, new URLSearchParams(query))).status).toBe(400);
  });

  test.each([
    ['invalid_request', 'no response_type', { response_type: undefined }],
    ['unsupported_response_type', 'the implicit grant', { response_type: 'token' }],
    ['invalid_request', 'no challenge', { code_challenge: undefined, code_challenge_method: undefined }],
    ['invalid_request', 'a plain challenge', { code_challenge_method: 'plain' }],
    ['invalid_request', 'a challenge without a method', { code_challenge_method: undefined }],
    ['invalid_request', 'a challenge of another length', { code_challenge: 'short' }],
    ['invalid_scope', 'a scope of another client', { scope: 'openid files/read' }],
    ['invalid_scope', 'email without openid', { scope: 'email' }],
    ['invalid_request', 'an unknown provider', { identity_provider: 'Facebook' }],
    ['login_required', 'the pool itself as provider', { identity_provider: 'COGNITO' }],
    ['login_required', 'no provider', { identity_provider: undefined }],
    ['login_required', 'prompt=none', { prompt: 'none' }],
    ['invalid_request', 'a contradictory prompt', { prompt: 'none login' }],
  ])('redirects with %s for %s', async (error, _name, changes) => {
    const pool = await startOAuthPool();

    const response = await authorize(pool, authorizationQuery(changes));

    const location = new URL(response.headers.get('location') ?? '');
    expect(`${location.origin}${location.pathname}`).toBe(callbackUrl);
    expect(Object.fromEntries(location.searchParams)).toEqual({
      error,
      error_description: expect.any(String),
      state: 'state-of-the-app',
    });
  });
});

describe('GET /logout', () => {
  test.each([
    ['an unknown address', `client_id=${publicClientId}&logout_uri=https://evil.example/`],
    ['a callback address', `client_id=${publicClientId}&logout_uri=${callbackUrl}`],
    ['a longer address', `client_id=${publicClientId}&logout_uri=${logoutUrl}/more`],
    ['an unknown client', `client_id=nobody&logout_uri=${logoutUrl}`],
    ['two addresses', `client_id=${publicClientId}&logout_uri=${logoutUrl}&logout_uri=https://evil.example/`],
    ['an unknown sign-in', `client_id=${publicClientId}&redirect_uri=https://evil.example/`],
    ['nothing', ''],
  ])('does not redirect with %s', async (_name, query) => {
    const pool = await startOAuthPool();

    const response = await fetch(`${pool.endpoint}/logout?${query}`, { redirect: 'manual' });

    expect(response.status).toBe(400);
    expect(response.headers.get('location')).toBeNull();
  });

  test('redirects to a new sign-in with a callback address', async () => {
    const pool = await startOAuthPool();
    const query = authorizationQuery();

    const response = await fetch(`${pool.endpoint}/logout?${query}`, { redirect: 'manual' });

    expect(response.headers.get('location')).toBe(`/oauth2/authorize?${query}`);
  });
});
