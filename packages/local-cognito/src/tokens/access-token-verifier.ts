import { errors, importJWK, type JWTPayload, jwtVerify } from 'jose';
import { z } from 'zod';
import { notAuthorized, userNotFound } from '../errors.ts';
import type { UserPoolClient } from '../settings/client-settings.ts';
import { issuerOf, type PoolSettings } from '../settings/pool-settings.ts';
import type { User, UserRepository } from '../users/user-repository.ts';
import type { Session, SessionRepository } from './session-repository.ts';
import type { SigningKeys } from './signing-keys.ts';
import { SELF_SERVICE_SCOPE } from './token-issuer.ts';

/** The user, session and client of an access token. */
type SignedIn = { user: User; session: Session; client: UserPoolClient };

/**
 * Verifies an access token. Throws NotAuthorizedException if it is invalid, revoked or lacks the scope, which
 * defaults to that of the user's own account.
 */
export type AuthenticateSession = (accessToken: string, requiredScope?: string) => Promise<SignedIn>;

/** Returns the user of an access token. Throws like `AuthenticateSession`. */
export type Authenticate = (accessToken: string, requiredScope?: string) => Promise<User>;

type Dependencies = {
  settings: PoolSettings;
  keys: SigningKeys;
  sessions: SessionRepository;
  users: UserRepository;
  now: () => number;
};

const toCognitoError = (error: unknown) => {
  if (error instanceof errors.JWTExpired) return notAuthorized('Access Token has expired');
  if (error instanceof errors.JOSEError) return notAuthorized('Invalid Access Token');
  return error;
};

const claimsSchema = z.object({
  sub: z.string(),
  origin_jti: z.string(),
  scope: z.string(),
});

/** Creates the check of every action that takes an access token. */
export const createAuthenticateSession = async (dependencies: Dependencies): Promise<AuthenticateSession> => {
  const { settings, keys, sessions, users, now } = dependencies;
  const publicKey = await importJWK(keys.access.publicJwk);

  const verify = async (accessToken: string): Promise<JWTPayload> => {
    try {
      const { payload } = await jwtVerify(accessToken, publicKey, {
        algorithms: ['RS256'],
        issuer: issuerOf(settings),
        currentDate: new Date(now()),
        requiredClaims: ['exp'],
      });
      return payload;
    } catch (error) {
      throw toCognitoError(error);
    }
  };

  return async (accessToken, requiredScope = SELF_SERVICE_SCOPE) => {
    const payload = await verify(accessToken);
    const claims = claimsSchema.safeParse(payload);
    const client = settings.clients.find(({ clientId }) => clientId === payload.client_id);
    if (!claims.success || client === undefined || payload.token_use !== 'access') {
      throw notAuthorized('Invalid Access Token');
    }
    const { sub, origin_jti, scope } = claims.data;
    if (!scope.split(' ').includes(requiredScope)) {
      throw notAuthorized('Access Token does not have required scopes');
    }
    const user = users.findBySub(sub);
    if (user === undefined) throw userNotFound('User does not exist.');
    const session = sessions.find(origin_jti);
    if (session === undefined || session.revokedAt !== null)
      throw notAuthorized('Access Token has been revoked');
    if (!user.isEnabled) throw notAuthorized('User is disabled.');
    return { user, session, client };
  };
};
