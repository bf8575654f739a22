import { hash } from 'node:crypto';
import { requiredScope, userIdSchema } from '@share-my-files/contract';
import { CognitoJwtVerifier } from 'aws-jwt-verify';
import { FetchError } from 'aws-jwt-verify/error';
import type { JwksCache } from 'aws-jwt-verify/jwk';
import type { JwtPayload } from 'aws-jwt-verify/jwt-model';
import { LRUCache } from 'lru-cache';
import * as z from 'zod';
import { unauthenticated, unavailable } from '#errors.ts';

type TokenVerifierSettings = {
  userPoolId: string;
  clientId: string;
  jwksCache: JwksCache;
  now: () => number;
};

/** Claims of an access token that the API uses; `signedInAt` is in seconds since the epoch. */
export type AccessTokenClaims = { userId: string; tokenId: string; sessionId: string; signedInAt: number };

export type VerifyAccessToken = (token: string) => Promise<AccessTokenClaims>;

export const clockToleranceSeconds = 30;

/** Half a kilobyte each. */
const rememberedTokens = 10_000;

// aws-jwt-verify checks `exp` only if it is present, and none of the others.
const claimsSchema = z.object({
  sub: userIdSchema,
  jti: z.string().min(1),
  // Missing if the app client has token revocation turned off: then Cognito could end no session.
  origin_jti: z.guid(),
  exp: z.int(),
  iat: z.int(),
  auth_time: z.int().default(0),
});

const checkClaims = (payload: JwtPayload, now: number): void => {
  const { iat } = claimsSchema.parse(payload);
  if (iat > now / 1000 + clockToleranceSeconds) throw new Error('The token was issued in the future.');
};

/**
 * Accepts only access tokens of one client of one user pool; every rejection is the same `invalid_token`.
 * Remembers them until they expire, because checking a signature takes longer than all else that a small request needs.
 */
export const createTokenVerifier = (settings: TokenVerifierSettings): VerifyAccessToken => {
  const verifier = CognitoJwtVerifier.create(
    {
      userPoolId: settings.userPoolId,
      clientId: settings.clientId,
      tokenUse: 'access',
      scope: requiredScope,
      customJwtCheck: ({ payload }) => checkClaims(payload, settings.now()),
    },
    { jwksCache: settings.jwksCache },
  );

  const verify = async (token: string) => {
    try {
      return claimsSchema.parse(await verifier.verify(token));
    } catch (error) {
      if (error instanceof FetchError) throw unavailable('The sign-in service', error);
      throw unauthenticated(error);
    }
  };

  // By hash, so that a dump of the memory holds no token that somebody could use.
  const verified = new LRUCache<string, { claims: AccessTokenClaims; expiresAt: number }>({
    max: rememberedTokens,
  });

  return async (token) => {
    const key = hash('sha256', token, 'base64url');
    const remembered = verified.get(key);
    if (remembered !== undefined && settings.now() < remembered.expiresAt) return remembered.claims;
    const { sub, jti, origin_jti, auth_time, exp } = await verify(token);
    const claims = { userId: sub, tokenId: jti, sessionId: origin_jti, signedInAt: auth_time };
    verified.set(key, { claims, expiresAt: exp * 1000 });
    return claims;
  };
};
