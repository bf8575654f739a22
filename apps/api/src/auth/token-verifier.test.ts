import { randomUUID, type webcrypto } from 'node:crypto';
import { requiredScope } from '@share-my-files/contract';
import { SimpleJwksCache } from 'aws-jwt-verify/jwk';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { unauthenticated } from '#errors.ts';
import { createTokenVerifier, type VerifyAccessToken } from './token-verifier.ts';

const userPoolId = 'us-east-1_Test00001';
const issuer = `https://cognito-idp.us-east-1.amazonaws.com/${userPoolId}`;
const start = 1_800_000_000;

let key: webcrypto.CryptoKey;
let cache: SimpleJwksCache;
let verify: VerifyAccessToken;

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: start * 1000 });
  const { publicKey, privateKey } = await generateKeyPair('RS256');
  key = privateKey;
  cache = new SimpleJwksCache();
  const jwk = { ...(await exportJWK(publicKey)), kty: 'RSA', kid: 'key', alg: 'RS256', use: 'sig' };
  cache.addJwks(`${issuer}/.well-known/jwks.json`, { keys: [jwk] });
  verify = createTokenVerifier({ userPoolId, clientId: 'client', jwksCache: cache, now: Date.now });
});

afterEach(() => {
  vi.useRealTimers();
});

const claims = { sub: randomUUID(), jti: 'token', origin_jti: randomUUID(), auth_time: start };

const sign = (exp: number): Promise<string> =>
  new SignJWT({ ...claims, client_id: 'client', token_use: 'access', scope: requiredScope })
    .setProtectedHeader({ alg: 'RS256', kid: 'key' })
    .setIssuer(issuer)
    .setIssuedAt(start)
    .setExpirationTime(exp)
    .sign(key);

test('the signature of a token is checked once', async () => {
  const check = vi.spyOn(cache, 'getJwk');
  const token = await sign(start + 300);

  const first = await verify(token);
  expect(await verify(token)).toEqual(first);
  expect(check).toHaveBeenCalledTimes(1);
});

test('a token that was accepted before is refused from the moment it expires', async () => {
  const token = await sign(start + 300);
  await verify(token);
  vi.setSystemTime((start + 300) * 1000 - 1);
  await verify(token);

  vi.setSystemTime((start + 301) * 1000);
  await expect(verify(token)).rejects.toThrow(unauthenticated());
});

test('a token that differs in its signature alone is not the remembered one', async () => {
  const token = await sign(start + 300);
  await verify(token);

  const forged = `${token.slice(0, token.lastIndexOf('.') + 1)}${'A'.repeat(342)}`;
  await expect(verify(forged)).rejects.toThrow(unauthenticated());
});
