import type { RequestHandler } from 'express';
import { rememberUser } from '#http/signed-in-user.ts';
import type { Identify } from './identify.ts';
import type { UserService } from './user-service.ts';

/** Lets only signed-in users pass: one `Authorization: Bearer <access token>`, never an ID token or a cookie. */
export const authenticate =
  (identify: Identify, users: Pick<UserService, 'admit'>): RequestHandler =>
  async (request, _response, next) => {
    const { claims, accessToken } = await identify(request);
    await users.admit(claims, accessToken);
    rememberUser(request, { userId: claims.userId, accessToken });
    next();
  };
