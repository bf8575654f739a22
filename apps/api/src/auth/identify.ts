import { isDeepStrictEqual } from 'node:util';
import type { Request } from 'express';
import { unauthenticated } from '#errors.ts';
import type { CheckAuthorizerClaims } from './authorizer-claims.ts';
import { readBearerToken } from './bearer-token.ts';
import { findAuthorizerClaims } from './gateway-event.ts';
import type { AccessTokenClaims, VerifyAccessToken } from './token-verifier.ts';

/** Who sends a request, and the access token that says so. */
type Identity = { claims: AccessTokenClaims; accessToken: string };

/** Throws `invalid_token` for anybody who is not signed in. */
export type Identify = (request: Request) => Promise<Identity>;

/** For an API that is reached directly: it trusts nothing but the signature of the token. */
export const identifyByToken =
  (verifyAccessToken: VerifyAccessToken): Identify =>
  async (request) => {
    const accessToken = readBearerToken(request);
    return { claims: await verifyAccessToken(accessToken), accessToken };
  };

/**
 * For an API behind a Cognito authorizer of API Gateway. The authorizer's claims decide; the token, which Cognito
 * wants to see for the profile, must be the one they were read from. Its signature is checked once more, because
 * whoever may invoke the function can write any claims into an event, but can sign no token.
 */
export const identifyByAuthorizer =
  (checkAuthorizerClaims: CheckAuthorizerClaims, verifyAccessToken: VerifyAccessToken): Identify =>
  async (request) => {
    const admitted = checkAuthorizerClaims(findAuthorizerClaims(request));
    const accessToken = readBearerToken(request);
    const claims = await verifyAccessToken(accessToken);
    if (!isDeepStrictEqual(admitted, claims)) throw unauthenticated();
    return { claims: admitted, accessToken };
  };
