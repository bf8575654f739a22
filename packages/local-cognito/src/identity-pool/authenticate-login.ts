import { errors, importJWK, jwtVerify } from 'jose';
import { z } from 'zod';
import { invalidParameter, notAuthorized } from '../errors.ts';
import { issuerOf, type PoolSettings } from '../settings/pool-settings.ts';
import type { SigningKeys } from '../tokens/signing-keys.ts';
import type { UserRepository } from '../users/user-repository.ts';

/** The logins of a request: ID tokens by provider name. */
export const loginsSchema = z.record(z.string(), z.string().max(50_000)).default({});

const claimsSchema = z.looseObject({ sub: z.string(), token_use: z.literal('id') });

/** Returns the claims of the ID token among the logins. Throws NotAuthorizedException without one. */
export type AuthenticateLogin = (
  logins: z.output<typeof loginsSchema>,
) => Promise<z.output<typeof claimsSchema>>;

/**
 * Creates the check of ID tokens. The name of the login is the issuer of the user pool without its scheme.
 */
export const createAuthenticateLogin = async ({
  settings,
  keys,
  users,
  now,
}: {
  settings: PoolSettings;
  keys: SigningKeys;
  users: UserRepository;
  now: () => number;
}): Promise<AuthenticateLogin> => {
  const publicKey = await importJWK(keys.id.publicJwk);
  const issuer = issuerOf(settings);
  const providerName = issuer.replace('https://', '');

  const verify = async (idToken: string) => {
    try {
      const { payload } = await jwtVerify(idToken, publicKey, {
        algorithms: ['RS256'],
        issuer,
        audience: settings.clients.map(({ clientId }) => clientId),
        currentDate: new Date(now()),
        requiredClaims: ['exp'],
      });
      return claimsSchema.safeParse(payload).data;
    } catch (error) {
      if (error instanceof errors.JWTExpired) throw notAuthorized('Invalid login token. Token is expired.');
      if (error instanceof errors.JOSEError) return undefined;
      throw error;
    }
  };

  return async (logins) => {
    const names = Object.keys(logins);
    if (names.length === 0) {
      throw notAuthorized('Unauthenticated access is not supported for this identity pool.');
    }
    const idToken = logins[providerName];
    if (idToken === undefined || names.length > 1) throw invalidParameter('Invalid login: unknown provider.');
    const claims = await verify(idToken);
    if (claims === undefined || users.findBySub(claims.sub)?.isEnabled !== true) {
      throw notAuthorized('Invalid login token.');
    }
    return claims;
  };
};
