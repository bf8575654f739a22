import { CognitoJwtVerifier } from 'aws-jwt-verify';
import { SimpleJwksCache } from 'aws-jwt-verify/jwk';
import * as client from 'openid-client';
import { describe, expect, test } from 'vitest';
import { callRaw } from './support/call.ts';
import {
  callbackUrl,
  clientSecret,
  confidentialClientId,
  gina,
  logoutUrl,
  oauthPoolConfig,
  publicClientId,
  signInAtProvider,
  startOAuthPool,
} from './support/oauth-pool.ts';
import { startTestPool, type TestPool } from './support/start-test-pool.ts';

const allScopes = 'openid email profile aws.cognito.signin.user.admin';

/** The issuer is AWS's, and its documents come from the local pool, as for aws-jwt-verify. */
const discover = (pool: TestPool, clientId: string, authentication: client.ClientAuth) =>
  client.discovery(new URL(pool.issuer), clientId, undefined, authentication, {
    execute: [client.allowInsecureRequests],
    [client.customFetch]: (url, options) =>
      fetch(url.replace(pool.issuer, `${pool.endpoint}/${pool.userPoolId}`), options as RequestInit),
  });

const signIn = async (pool: TestPool, configuration: client.Configuration, scope = allScopes) => {
  const pkceCodeVerifier = client.randomPKCECodeVerifier();
  const [expectedState, expectedNonce] = [client.randomState(), client.randomNonce()];
  const url = client.buildAuthorizationUrl(configuration, {
    redirect_uri: callbackUrl,
    scope,
    state: expectedState,
    nonce: expectedNonce,
    code_challenge: await client.calculatePKCECodeChallenge(pkceCodeVerifier),
    code_challenge_method: 'S256',
    identity_provider: 'Google',
  });
  const callback = await signInAtProvider(pool, url);
  const isOpenId = scope.includes('openid');
  return client.authorizationCodeGrant(configuration, callback, {
    pkceCodeVerifier,
    expectedState,
    ...(isOpenId && { expectedNonce }),
  });
};

const verifierOf = (pool: TestPool, tokenUse: 'access' | 'id', clientId: string) =>
  CognitoJwtVerifier.create(
    { userPoolId: pool.userPoolId, tokenUse, clientId },
    {
      jwksCache: new SimpleJwksCache({
        fetcher: { fetch: async () => (await fetch(pool.jwksUri)).arrayBuffer() },
      }),
    },
  );

describe('openid-client', () => {
  test('signs a user in by code, PKCE, state and nonce, and verifies the ID token', async () => {
    const pool = await startOAuthPool();
    const configuration = await discover(pool, publicClientId, client.None());
    client.enableNonRepudiationChecks(configuration);

    const tokens = await signIn(pool, configuration);

    const username = expect.stringMatching(/^Google_1\d{20}$/);
    expect(tokens.claims()).toMatchObject({
      'cognito:username': username,
      email: gina.email,
      email_verified: true,
      name: gina.name,
      at_hash: expect.any(String),
      identities: [{ providerName: 'Google', providerType: 'Google', userId: expect.any(String) }],
    });
    expect(await verifierOf(pool, 'access', publicClientId).verify(tokens.access_token)).toMatchObject({
      scope: allScopes,
      username,
      version: 2,
    });
    await verifierOf(pool, 'id', publicClientId).verify(String(tokens.id_token));
  });

  test('refreshes the tokens with rotation, keeps their scopes and revokes them', async () => {
    const pool = await startOAuthPool();
    const configuration = await discover(pool, publicClientId, client.None());
    const first = await signIn(pool, configuration, 'openid email');

    const second = await client.refreshTokenGrant(configuration, String(first.refresh_token));

    expect(second.refresh_token).not.toBe(first.refresh_token);
    expect(second.claims()).toMatchObject({ sub: first.claims()?.sub, email: gina.email });
    expect(second.claims()).not.toHaveProperty('name');
    expect(await verifierOf(pool, 'access', publicClientId).verify(second.access_token)).toMatchObject({
      scope: 'openid email',
    });
    await client.tokenRevocation(configuration, String(second.refresh_token));
    const renewal = client.refreshTokenGrant(configuration, String(second.refresh_token));
    await expect(renewal).rejects.toMatchObject({ error: 'invalid_grant' });
  });

  test('reads the attributes of the scopes from userInfo, as text', async () => {
    const pool = await startOAuthPool();
    const configuration = await discover(pool, publicClientId, client.None());
    const tokens = await signIn(pool, configuration, 'openid email');
    const sub = tokens.claims()?.sub ?? '';

    expect(await client.fetchUserInfo(configuration, tokens.access_token, sub)).toEqual({
      sub,
      username: expect.stringMatching(/^Google_/),
      email: gina.email,
      email_verified: 'true',
    });
  });

  test('reads only attributes from userInfo that the client may read', async () => {
    const [publicClient, ...others] = oauthPoolConfig.clients;
    const pool = await startTestPool({
      ...oauthPoolConfig,
      clients: [{ ...publicClient, readAttributes: ['email'] }, ...others],
    });
    const configuration = await discover(pool, publicClientId, client.None());
    const tokens = await signIn(pool, configuration, 'openid email');
    const sub = tokens.claims()?.sub ?? '';

    const userInfo = await client.fetchUserInfo(configuration, tokens.access_token, sub);

    expect(userInfo).toEqual({ sub, username: expect.any(String), email: gina.email });
  });

  test('gets neither ID token nor userInfo without openid, but may manage the account', async () => {
    const pool = await startOAuthPool();
    const configuration = await discover(pool, publicClientId, client.None());

    const tokens = await signIn(pool, configuration, 'aws.cognito.signin.user.admin');

    expect(tokens.id_token).toBeUndefined();
    const userInfo = client.fetchUserInfo(configuration, tokens.access_token, client.skipSubjectCheck);
    await expect(userInfo).rejects.toThrow();
    const AccessToken = tokens.access_token;
    expect((await callRaw(pool, 'GetUser', JSON.stringify({ AccessToken }))).status).toBe(200);
  });

  test.each([
    ['client_secret_basic', client.ClientSecretBasic(clientSecret)],
    ['client_secret_post', client.ClientSecretPost(clientSecret)],
  ])('authenticates as itself with client_credentials and %s', async (_name, authentication) => {
    const pool = await startOAuthPool();
    const configuration = await discover(pool, confidentialClientId, authentication);

    const one = await client.clientCredentialsGrant(configuration, { scope: 'files/read' });
    const all = await client.clientCredentialsGrant(configuration);

    const verifier = verifierOf(pool, 'access', confidentialClientId);
    expect(await verifier.verify(one.access_token)).toMatchObject({
      sub: confidentialClientId,
      scope: 'files/read',
    });
    expect(await verifier.verify(all.access_token)).toMatchObject({ scope: 'files/read files/write' });
    expect(one.refresh_token).toBeUndefined();
  });

  test('signs a user in for a client with a secret', async () => {
    const pool = await startOAuthPool();
    const authentication = client.ClientSecretBasic(clientSecret);
    const configuration = await discover(pool, confidentialClientId, authentication);

    expect((await signIn(pool, configuration)).claims()).toMatchObject({ aud: confidentialClientId });
  });

  test('signs out and returns', async () => {
    const pool = await startOAuthPool();
    const configuration = await discover(pool, publicClientId, client.None());
    const url = client.buildEndSessionUrl(configuration, { logout_uri: logoutUrl });

    const response = await fetch(url, { redirect: 'manual' });

    expect(response.status).toBe(302);
    expect(response.headers.get('location')).toBe(logoutUrl);
  });
});
