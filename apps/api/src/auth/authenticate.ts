import type { Request } from 'express';
import type { Identify } from './identify.ts';
import type { SignedInUser } from './signed-in-user.ts';
import type { AccessTokenClaims } from './token-verifier.ts';

/** Throws `invalid_token` if the session of a verified token has ended. */
type ConfirmSession = (claims: AccessTokenClaims, accessToken: string) => Promise<void>;

/** Returns the user of a request; throws `invalid_token` without a valid access token. */
export type Authenticate = (request: Request) => Promise<SignedInUser>;

/** Takes one `Authorization: Bearer <access token>`, never an ID token or a cookie. */
export const createAuthenticate =
  (identify: Identify, confirmSession: ConfirmSession, now: () => number): Authenticate =>
  async (request) => {
    const { claims, accessToken } = await identify(request);
    await confirmSession(claims, accessToken);
    const authenticationAgeSeconds = Math.floor(now() / 1000) - claims.signedInAt;
    return { id: claims.userId, accessToken, authenticationAgeSeconds };
  };
