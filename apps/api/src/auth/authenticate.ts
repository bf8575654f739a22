import type { RequestHandler, Response } from 'express';
import { AppError, unauthenticated } from '#errors.ts';
import { rememberUser } from '#http/signed-in-user.ts';
import type { VerifyAccessToken } from './token-verifier.ts';
import type { UserService } from './user-service.ts';

// RFC 6750, section 2.1; RFC 9110 makes the name of the scheme case-insensitive.
const bearer = /^Bearer +([A-Za-z0-9\-._~+/]+=*)$/i;

/** RFC 6750, section 3.1: no error code for a request that brought no credentials. */
const challenge = (response: Response, error: unknown, credentials: string[]): void => {
  if (!(error instanceof AppError) || error.code !== 'invalid_token') return;
  response.set('WWW-Authenticate', credentials.length === 0 ? 'Bearer' : 'Bearer error="invalid_token"');
};

const tokenFrom = (credentials: string[]): string => {
  const token = credentials.length === 1 ? bearer.exec(credentials[0] ?? '')?.[1] : undefined;
  if (token === undefined) throw unauthenticated();
  return token;
};

/** Lets only signed-in users pass: one `Authorization: Bearer <access token>`, never an ID token or a cookie. */
export const authenticate =
  (verifyAccessToken: VerifyAccessToken, users: Pick<UserService, 'admit'>): RequestHandler =>
  async (request, response, next) => {
    const credentials = request.headersDistinct.authorization ?? [];
    try {
      const token = tokenFrom(credentials);
      const claims = await verifyAccessToken(token);
      await users.admit(claims, token);
      rememberUser(request, { userId: claims.userId, accessToken: token });
    } catch (error) {
      challenge(response, error, credentials);
      throw error;
    }
    next();
  };
