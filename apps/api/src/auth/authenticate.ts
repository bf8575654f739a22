import type { RequestHandler } from 'express';
import type { Identify } from './identify.ts';
import { rememberUser } from './signed-in-user.ts';
import type { AccessTokenClaims } from './token-verifier.ts';

type Users = { admit: (claims: AccessTokenClaims, accessToken: string) => Promise<void> };

/** Lets only signed-in users pass: one `Authorization: Bearer <access token>`, never an ID token or a cookie. */
export const authenticate =
  (identify: Identify, users: Users): RequestHandler =>
  async (request, _response, next) => {
    const { claims, accessToken } = await identify(request);
    await users.admit(claims, accessToken);
    rememberUser(request, { userId: claims.userId, accessToken });
    next();
  };
