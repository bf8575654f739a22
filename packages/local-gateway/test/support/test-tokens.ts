import { createLocalJWKSet, exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';

export const issuer = 'https://cognito-idp.us-east-1.amazonaws.com/us-east-1_Test00001';
export const clientId = 'client';
export const scope = 'aws.cognito.signin.user.admin';

const { publicKey, privateKey } = await generateKeyPair('RS256');

export const getKey = createLocalJWKSet({
  keys: [{ ...(await exportJWK(publicKey)), kid: 'k', alg: 'RS256' }],
});

export const now = () => Math.floor(Date.now() / 1000);

/** Signs an access token of the pool with the given changes. */
export const sign = (changes: JWTPayload = {}) =>
  new SignJWT({
    sub: 'ada',
    iss: issuer,
    client_id: clientId,
    token_use: 'access',
    scope: `openid ${scope}`,
    'cognito:groups': ['admin', 'staff'],
    iat: now(),
    exp: 2_000_000_000,
    ...changes,
  })
    .setProtectedHeader({ alg: 'RS256', kid: 'k' })
    .sign(privateKey);

export const signIdToken = () =>
  sign({ token_use: 'id', aud: clientId, client_id: undefined, scope: undefined });
