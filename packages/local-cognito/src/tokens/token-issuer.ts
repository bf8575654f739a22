import { createHash, randomUUID } from 'node:crypto';
import { type JWTPayload, SignJWT } from 'jose';
import { authenticationClaims } from '../authentication-levels/authentication-level.ts';
import type { Groups } from '../groups/groups.ts';
import type { UserPoolClient } from '../settings/client-settings.ts';
import { issuerOf, type PoolSettings } from '../settings/pool-settings.ts';
import { readableBy } from '../users/attribute-schema.ts';
import type { User } from '../users/user-repository.ts';
import { attributesInScope } from './scopes.ts';
import type { Session } from './session-repository.ts';
import type { SigningKey, SigningKeys } from './signing-keys.ts';

/** The scope of tokens from the sign-in API, which allows users to manage their own account. */
export const SELF_SERVICE_SCOPE = 'aws.cognito.signin.user.admin';

/** The JSON Web Tokens of a response. OAuth 2.0 sessions without the scope `openid` have no ID token. */
export type IssuedTokens = { AccessToken: string; IdToken?: string };

const sign = (payload: JWTPayload, { kid, privateKey }: SigningKey): Promise<string> =>
  new SignJWT(payload).setProtectedHeader({ kid, alg: 'RS256' }).sign(privateKey);

// Cognito stores these as text, and ID tokens contain them as JSON booleans.
const booleanAttributes = ['email_verified', 'phone_number_verified'];

const claimOf = (name: string, value: string): unknown => {
  if (booleanAttributes.includes(name)) return value === 'true';
  return name === 'identities' ? JSON.parse(value) : value;
};

const attributeClaims = (client: UserPoolClient, user: User, { isOAuth, scope }: Session): JWTPayload => {
  const readable = readableBy(client, user.attributes);
  const granted = isOAuth ? attributesInScope(readable, scope) : readable;
  return Object.fromEntries(Object.entries(granted).map(([name, value]) => [name, claimOf(name, value)]));
};

/** OpenID Connect Core, section 3.1.3.6: binds an ID token to the access token issued with it. */
const accessTokenHash = (accessToken: string): string =>
  createHash('sha256').update(accessToken).digest().subarray(0, 16).toString('base64url');

/** Signs the tokens of users' sessions, and of clients that act for themselves. */
export type TokenIssuer = {
  issue: (client: UserPoolClient, user: User, session: Session, nonce?: string) => Promise<IssuedTokens>;
  issueToClient: (client: UserPoolClient, scope: string) => Promise<string>;
};

type TokenIssuerDependencies = {
  settings: PoolSettings;
  keys: SigningKeys;
  groups: Pick<Groups, 'namesOf'>;
  now: () => number;
};

const groupClaims = (names: string[]): JWTPayload => (names.length === 0 ? {} : { 'cognito:groups': names });

/**
 * Issues access and ID tokens with the claims listed under "Understanding user pool JSON web tokens" in the
 * developer guide.
 */
export const createTokenIssuer = ({ settings, keys, groups, now }: TokenIssuerDependencies): TokenIssuer => ({
  issue: async (client, user, session, nonce) => {
    const issuedAt = Math.floor(now() / 1000);
    const shared = {
      sub: user.sub,
      iss: issuerOf(settings),
      origin_jti: session.originJti,
      event_id: randomUUID(),
      auth_time: Math.floor(session.authTime / 1000),
      iat: issuedAt,
      ...authenticationClaims(session.methods),
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
      ...(session.isOAuth && { version: 2 }),
    };
    const AccessToken = await sign(access, keys.access);
    if (session.isOAuth && !session.scope.split(' ').includes('openid')) return { AccessToken };
    const id = {
      ...attributeClaims(client, user, session),
      ...shared,
      aud: client.clientId,
      token_use: 'id',
      'cognito:username': user.username,
      exp: issuedAt + client.idTokenValiditySeconds,
      jti: randomUUID(),
      ...(session.isOAuth && { at_hash: accessTokenHash(AccessToken) }),
      ...(nonce !== undefined && { nonce }),
    };
    return { AccessToken, IdToken: await sign(id, keys.id) };
  },

  issueToClient: (client, scope) => {
    const issuedAt = Math.floor(now() / 1000);
    const claims = {
      sub: client.clientId,
      iss: issuerOf(settings),
      client_id: client.clientId,
      token_use: 'access',
      scope,
      auth_time: issuedAt,
      iat: issuedAt,
      exp: issuedAt + client.accessTokenValiditySeconds,
      jti: randomUUID(),
      version: 2,
    };
    return sign(claims, keys.access);
  },
});
