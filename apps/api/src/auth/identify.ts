import { isDeepStrictEqual } from 'node:util';
import type { Request } from 'express';
import { unauthenticated } from '#errors.ts';
import type { CheckAuthorizerClaims } from './authorizer-claims.ts';
import { readBearerToken } from './bearer-token.ts';
import { findAuthorizerClaims } from './gateway-event.ts';
import type { AccessTokenClaims, VerifyAccessToken } from './token-verifier.ts';

/** Who sends a request, proven by the token. */
export type Identity = { claims: AccessTokenClaims; accessToken: string };

/** Returns the verified claims and the access token of a request; throws `invalid_token`. */
export type Identify = (request: Request) => Promise<Identity>;

/** For an API without a gateway. */
export const identifyByToken =
  (verifyAccessToken: VerifyAccessToken): Identify =>
  async (request) => {
    const accessToken = readBearerToken(request);
    return { claims: await verifyAccessToken(accessToken), accessToken };
  };

/**
 * For an API behind a Cognito authorizer of API Gateway. The claims of the event must equal those of the token, whose
 * signature is verified again: a caller that may invoke the function can forge the claims of an event, but no token.
 */
export const identifyByAuthorizer =
  (checkAuthorizerClaims: CheckAuthorizerClaims, verifyAccessToken: VerifyAccessToken): Identify =>
  async (request) => {
    const authorized = checkAuthorizerClaims(findAuthorizerClaims(request));
    const accessToken = readBearerToken(request);
    const claims = await verifyAccessToken(accessToken);
    if (!isDeepStrictEqual(authorized, claims)) throw unauthenticated();
    return { claims: authorized, accessToken };
  };
