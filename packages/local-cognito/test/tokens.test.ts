import { signIn } from 'aws-amplify/auth';
import { cognitoUserPoolsTokenProvider } from 'aws-amplify/auth/cognito';
import { CognitoJwtVerifier } from 'aws-jwt-verify';
import { SimpleJwksCache } from 'aws-jwt-verify/jwk';
import { describe, expect, test } from 'vitest';
import { configureAmplify } from './support/amplify.ts';
import { ann } from './support/people.ts';
import { createTestFolder, startTestPool, type TestPool } from './support/start-test-pool.ts';

type TokenUse = 'access' | 'id';

const uuid = expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);

const createVerifier = (pool: TestPool, tokenUse: TokenUse, clientId = pool.userPoolClientId) => {
  const fetcher = { fetch: async () => (await fetch(pool.jwksUri)).arrayBuffer() };
  return CognitoJwtVerifier.create(
    { userPoolId: pool.userPoolId, tokenUse, clientId },
    { jwksCache: new SimpleJwksCache({ fetcher }) },
  );
};

const startPoolWithTokens = async (poolConfig = {}, dataDirectory?: string) => {
  const pool = await startTestPool(poolConfig, dataDirectory);
  const { sub } = await pool.createConfirmedUser(ann);
  return { pool, sub, tokens: await pool.issueTokens({ sub }) };
};

describe('tokens under aws-jwt-verify', () => {
  test('of a sign-in contain the claims that Cognito documents', async () => {
    const pool = await startTestPool();
    await configureAmplify(pool);
    const { sub } = await pool.createConfirmedUser(ann);
    await signIn({ username: ann.email, password: ann.password });
    const stored = await cognitoUserPoolsTokenProvider.authTokenStore.loadTokens();

    const access = await createVerifier(pool, 'access').verify(String(stored?.accessToken));
    const id = await createVerifier(pool, 'id').verify(String(stored?.idToken));

    const proof = { acr: 'urn:cognito:loa:1', amr: ['pwd'] };
    const shared = { sub, iss: pool.issuer, origin_jti: uuid, event_id: uuid, jti: uuid, ...proof };
    const times = { auth_time: expect.any(Number), iat: expect.any(Number), exp: access.iat + 900 };
    expect(access).toEqual({
      ...shared,
      ...times,
      token_use: 'access',
      client_id: pool.userPoolClientId,
      scope: 'aws.cognito.signin.user.admin',
      username: sub,
    });
    expect(id).toEqual({
      ...shared,
      ...times,
      token_use: 'id',
      aud: pool.userPoolClientId,
      'cognito:username': sub,
      email: ann.email,
      email_verified: true,
      name: ann.name,
    });
    expect(id.origin_jti).toBe(access.origin_jti);
    expect(id.jti).not.toBe(access.jti);
  });

  test('are rejected for the other use, another client and another pool', async () => {
    const { pool, tokens } = await startPoolWithTokens();
    const other = await startTestPool({ userPoolId: 'us-east-1_Other0001' });
    const otherKeys = await startTestPool();

    await expect(createVerifier(pool, 'access').verify(tokens.idToken)).rejects.toThrow();
    await expect(createVerifier(pool, 'id').verify(tokens.accessToken)).rejects.toThrow();
    await expect(
      createVerifier(pool, 'access', 'another0client0000000000001').verify(tokens.accessToken),
    ).rejects.toThrow('Client ID not allowed');
    await expect(createVerifier(other, 'access').verify(tokens.accessToken)).rejects.toThrow();
    await expect(createVerifier(otherKeys, 'access').verify(tokens.accessToken)).rejects.toThrow();
  });

  test('are rejected after they expire', async () => {
    const pool = await startTestPool({ clients: [{ accessTokenValiditySeconds: 60 }] });
    const { sub } = await pool.createConfirmedUser(ann);
    pool.advanceClock(-61_000);
    const { accessToken } = await pool.issueTokens({ sub });

    await expect(createVerifier(pool, 'access').verify(accessToken)).rejects.toThrow('expired');
  });

  test('stay valid over a restart', async () => {
    const dataDirectory = await createTestFolder();
    const { pool, tokens } = await startPoolWithTokens({}, dataDirectory);
    await pool.close();
    const restarted = await startTestPool({}, dataDirectory);

    expect(await createVerifier(restarted, 'access').verify(tokens.accessToken)).toMatchObject({
      token_use: 'access',
    });
  });
});

describe('the issuer documents', () => {
  test('contain one public key for each kind of token, and nothing private', async () => {
    const { pool, tokens } = await startPoolWithTokens();
    const { keys } = (await (await fetch(pool.jwksUri)).json()) as { keys: Record<string, string>[] };
    const kidOf = (token: string) =>
      JSON.parse(Buffer.from(token.split('.')[0] ?? '', 'base64url').toString()).kid;

    expect(keys.map(({ kid }) => kid)).toEqual([kidOf(tokens.idToken), kidOf(tokens.accessToken)]);
    for (const key of keys) {
      expect(Object.keys(key).sort()).toEqual(['alg', 'e', 'kid', 'kty', 'n', 'use']);
      expect(key).toMatchObject({ alg: 'RS256', e: 'AQAB', kty: 'RSA', use: 'sig' });
    }
  });

  test('contain the issuer of the tokens and the address of the keys', async () => {
    const pool = await startTestPool();
    const url = `${pool.endpoint}/${pool.userPoolId}/.well-known/openid-configuration`;

    expect(await (await fetch(url)).json()).toMatchObject({ issuer: pool.issuer, jwks_uri: pool.jwksUri });
  });
});
