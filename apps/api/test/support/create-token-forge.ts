import { randomUUID } from 'node:crypto';
import { requiredScope } from '@share-my-files/contract';
import type { LocalCognito } from '@share-my-files/local-cognito';
import type { Fetcher } from 'aws-jwt-verify/https';
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';

/** An undefined claim is omitted from the token. */
type Forgery = { claims?: Record<string, string | number | undefined>; header?: { kid?: string } };

const now = () => Math.floor(Date.now() / 1000);

const validClaims = (pool: LocalCognito, sub: string): JWTPayload => ({
  sub,
  iss: pool.issuer,
  client_id: pool.userPoolClientId,
  token_use: 'access',
  scope: requiredScope,
  auth_time: now() - 3600,
  iat: now() - 60,
  exp: now() + 600,
  jti: randomUUID(),
});

/** Signs tokens as the pool would, with a key of the test that is added to the pool's key set. */
export const createTokenForge = async () => {
  const { publicKey, privateKey } = await generateKeyPair('RS256');
  const kid = randomUUID();
  const jwk = { ...(await exportJWK(publicKey)), kid, alg: 'RS256', use: 'sig' };

  return {
    kid,
    now,
    publicKey,
    wrapKeyFetcher: (fetcher: Fetcher): Fetcher => ({
      fetch: async (uri) => {
        const { keys } = JSON.parse(Buffer.from(await fetcher.fetch(uri)).toString());
        return new TextEncoder().encode(JSON.stringify({ keys: [...keys, jwk] })).buffer;
      },
    }),
    /** Signs a token that is valid except for the forgery. */
    sign: (pool: LocalCognito, sub: string, { claims = {}, header = {} }: Forgery = {}, key = privateKey) =>
      new SignJWT({ ...validClaims(pool, sub), ...claims })
        .setProtectedHeader({ alg: 'RS256', kid, ...header })
        .sign(key),
  };
};
