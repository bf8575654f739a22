import type { Request } from 'express';
import type { Admit } from './admission.ts';
import type { Identify } from './identify.ts';
import type { SignedInUser } from './signed-in-user.ts';

/** Returns the user of a request; throws `invalid_token` without a valid access token. */
export type Authenticate = (request: Request) => Promise<SignedInUser>;

/** Takes one `Authorization: Bearer <access token>`, never an ID token or a cookie. */
export const createAuthenticate =
  (identify: Identify, admit: Admit, now: () => number): Authenticate =>
  async (request) => {
    const identity = await identify(request);
    await admit(request, identity);
    const { claims, accessToken } = identity;
    const authenticationAgeSeconds = Math.floor(now() / 1000) - claims.signedInAt;
    return { id: claims.userId, accessToken, authenticationAgeSeconds };
  };
