import type { Request, RequestHandler, Response } from 'express';
import { AppError } from '#errors.ts';
import { rememberUser } from '#http/signed-in-user.ts';
import { credentialsOf } from './bearer-token.ts';
import type { Identify } from './identify.ts';
import type { UserService } from './user-service.ts';

/** RFC 6750, section 3.1: no error code for a request that brought no credentials. */
const challenge = (request: Request, response: Response, error: unknown): void => {
  if (!(error instanceof AppError) || error.code !== 'invalid_token') return;
  const hasCredentials = credentialsOf(request).length > 0;
  response.set('WWW-Authenticate', hasCredentials ? 'Bearer error="invalid_token"' : 'Bearer');
};

/** Lets only signed-in users pass: one `Authorization: Bearer <access token>`, never an ID token or a cookie. */
export const authenticate =
  (identify: Identify, users: Pick<UserService, 'admit'>): RequestHandler =>
  async (request, response, next) => {
    try {
      const { claims, accessToken } = await identify(request);
      await users.admit(claims, accessToken);
      rememberUser(request, { userId: claims.userId, accessToken });
    } catch (error) {
      challenge(request, response, error);
      throw error;
    }
    next();
  };
