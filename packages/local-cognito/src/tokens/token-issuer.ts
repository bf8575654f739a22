import { randomUUID } from 'node:crypto';
import { type JWTPayload, SignJWT } from 'jose';
import type { UserPoolClient } from '../client-config.ts';
import type { Groups } from '../groups/groups.ts';
import { issuerOf, type PoolSettings } from '../pool-config.ts';
import { readableBy } from '../users/attribute-schema.ts';
import type { User } from '../users/user-repository.ts';
import type { Session } from './session-repository.ts';
import type { SigningKey, SigningKeys } from './signing-keys.ts';

/** The scope of tokens from the sign-in API: their bearer may manage the user's own account. */
export const SELF_SERVICE_SCOPE = 'aws.cognito.signin.user.admin';

/** The two JSON Web Tokens of a reply. */
export type IssuedTokens = { AccessToken: string; IdToken: string };

const sign = (payload: JWTPayload, { kid, privateKey }: SigningKey): Promise<string> =>
  new SignJWT(payload).setProtectedHeader({ kid, alg: 'RS256' }).sign(privateKey);

// Cognito keeps these as text, and shows them in the ID token as JSON booleans.
const booleanAttributes = ['email_verified', 'phone_number_verified'];

const attributeClaims = (client: UserPoolClient, { attributes }: User): JWTPayload =>
  Object.fromEntries(
    Object.entries(readableBy(client, attributes)).map(([name, value]) => [
      name,
      booleanAttributes.includes(name) ? value === 'true' : value,
    ]),
  );

/** Signs a user's tokens for a session. */
export type TokenIssuer = {
  issue: (client: UserPoolClient, user: User, session: Session) => Promise<IssuedTokens>;
};

type TokenIssuerDependencies = {
  settings: PoolSettings;
  keys: SigningKeys;
  groups: Pick<Groups, 'namesOf'>;
  now: () => number;
};

const groupClaims = (names: string[]): JWTPayload => (names.length === 0 ? {} : { 'cognito:groups': names });

/**
 * Makes access and ID tokens with the claims listed in the Cognito developer guide under "Understanding user
 * pool JSON web tokens".
 */
export const createTokenIssuer = ({ settings, keys, groups, now }: TokenIssuerDependencies): TokenIssuer => ({
  issue: async (client, user, session) => {
    const issuedAt = Math.floor(now() / 1000);
    const shared = {
      sub: user.sub,
      iss: issuerOf(settings),
      origin_jti: session.originJti,
      event_id: randomUUID(),
      auth_time: Math.floor(session.authTime / 1000),
      iat: issuedAt,
      ...groupClaims(groups.namesOf(user.sub)),
    };
    const access = {
      ...shared,
      client_id: client.clientId,
      token_use: 'access',
      scope: session.scope,
      exp: issuedAt + client.accessTokenValiditySeconds,
      jti: randomUUID(),
      username: user.username,
      ...(session.deviceKey !== null && { device_key: session.deviceKey }),
    };
    const id = {
      ...attributeClaims(client, user),
      ...shared,
      aud: client.clientId,
      token_use: 'id',
      'cognito:username': user.username,
      exp: issuedAt + client.idTokenValiditySeconds,
      jti: randomUUID(),
    };
    const [AccessToken, IdToken] = await Promise.all([sign(access, keys.access), sign(id, keys.id)]);
    return { AccessToken, IdToken };
  },
});
