import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { Transaction } from '@share-my-files/local-server';
import { CognitoError, notAuthorized, refreshTokenReuse } from '../errors.ts';
import type { UserPoolClient } from '../settings/client-settings.ts';
import type { User, UserRepository } from '../users/user-repository.ts';
import type { RefreshTokenRecord, Session, SessionRepository } from './session-repository.ts';
import { type IssuedTokens, SELF_SERVICE_SCOPE, type TokenIssuer } from './token-issuer.ts';

/** What a client gets when it is signed in; `ExpiresIn` is the access token's life in seconds. */
export type AuthenticationResult = IssuedTokens & {
  RefreshToken?: string;
  ExpiresIn: number;
  TokenType: 'Bearer';
};

/** How a sign-in differs from one through the sign-in API without a device. */
export type SessionOptions = Partial<Pick<Session, 'scope' | 'deviceKey' | 'isOAuth'>> & {
  /** Goes into the first ID token: OpenID Connect Core, section 3.1.2.1. */
  nonce?: string;
  /** Work that is done together with the start of the session, or not at all. */
  alongside?: (session: Session) => void;
};

/** Starts, renews and ends sign-ins. */
export type Sessions = ReturnType<typeof createSessions>;

type SessionsDependencies = {
  repository: SessionRepository;
  users: UserRepository;
  isConfirmedDevice: (deviceKey: string) => boolean;
  issuer: TokenIssuer;
  transaction: Transaction;
  now: () => number;
};

const hashToken = (token: string): string => createHash('sha256').update(token).digest('base64url');

const findUsable = (
  { repository, now }: Pick<SessionsDependencies, 'repository' | 'now'>,
  client: UserPoolClient,
  tokenHash: string,
): RefreshTokenRecord => {
  const record = repository.findRefreshToken(tokenHash);
  if (record === undefined || record.session.clientId !== client.clientId) {
    throw notAuthorized('Invalid Refresh Token');
  }
  if (record.session.revokedAt !== null) throw notAuthorized('Refresh Token has been revoked');
  if (record.session.expiresAt <= now()) throw notAuthorized('Refresh Token has expired');
  const grace = client.refreshTokenGraceSeconds * 1000;
  if (record.rotatedAt !== null && record.rotatedAt + grace <= now()) throw refreshTokenReuse();
  return record;
};

// A client that has confirmed its device names it at each refresh; one that keeps no devices never does.
const assertFromDevice = (
  { isConfirmedDevice }: Pick<SessionsDependencies, 'isConfirmedDevice'>,
  { deviceKey }: Session,
  given: string | undefined,
): void => {
  const isConfirmed = deviceKey !== null && isConfirmedDevice(deviceKey);
  if (given === undefined ? isConfirmed : given !== deviceKey) throw notAuthorized('Invalid Refresh Token');
};
const createSession = (
  user: User,
  client: UserPoolClient,
  options: SessionOptions,
  now: number,
): Session => ({
  originJti: randomUUID(),
  sub: user.sub,
  clientId: client.clientId,
  scope: options.scope ?? SELF_SERVICE_SCOPE,
  deviceKey: options.deviceKey ?? null,
  isOAuth: options.isOAuth ?? false,
  authTime: now,
  expiresAt: now + client.refreshTokenValiditySeconds * 1000,
  revokedAt: null,
});

/**
 * Sessions with refresh token rotation as the developer guide describes it: each refresh gives a new refresh
 * token, the old one works on for the grace period, and the whole family ends when its first token would.
 */
export const createSessions = (dependencies: SessionsDependencies) => {
  const { repository, users, issuer, transaction, now } = dependencies;

  const addRefreshToken = (originJti: string): string => {
    const token = randomBytes(48).toString('base64url');
    repository.insertRefreshToken(hashToken(token), originJti);
    return token;
  };

  const resultFor = async (
    client: UserPoolClient,
    user: User,
    session: Session,
    refreshToken: string | undefined,
    nonce?: string,
  ): Promise<AuthenticationResult> => ({
    ...(await issuer.issue(client, user, session, nonce)),
    ...(refreshToken === undefined ? {} : { RefreshToken: refreshToken }),
    ExpiresIn: client.accessTokenValiditySeconds,
    TokenType: 'Bearer',
  });

  return {
    /** By default for the scope of the sign-in API, on no device. */
    start: async (
      user: User,
      client: UserPoolClient,
      options: SessionOptions = {},
    ): Promise<AuthenticationResult> => {
      const session = createSession(user, client, options, now());
      const refreshToken = transaction(() => {
        repository.insert(session);
        options.alongside?.(session);
        return addRefreshToken(session.originJti);
      });
      return resultFor(client, user, session, refreshToken, options.nonce);
    },

    /** Throws NotAuthorizedException for a token that is unknown, expired, revoked or of another device. */
    refresh: async (
      client: UserPoolClient,
      token: string,
      deviceKey?: string,
    ): Promise<AuthenticationResult> => {
      const tokenHash = hashToken(token);
      const { session } = findUsable(dependencies, client, tokenHash);
      assertFromDevice(dependencies, session, deviceKey);
      const user = users.findBySub(session.sub);
      if (user === undefined) throw notAuthorized('Invalid Refresh Token');
      if (!user.isEnabled) throw notAuthorized('User is disabled.');
      if (client.refreshTokenRotation === 'DISABLED') return resultFor(client, user, session, undefined);
      const successor = transaction(() => {
        repository.markRotated(tokenHash);
        return addRefreshToken(session.originJti);
      });
      return resultFor(client, user, session, successor);
    },

    /** Ends the session of a refresh token; a token that is unknown or dead already is no error. */
    revoke: (client: UserPoolClient, token: string) => {
      const session = repository.findRefreshToken(hashToken(token))?.session;
      if (session === undefined) return;
      if (session.clientId !== client.clientId) {
        throw new CognitoError('UnauthorizedException', 'The token belongs to another client.');
      }
      repository.revoke(session.originJti);
    },

    /** Ends one session by the id that all of its tokens carry. */
    end: (originJti: string) => repository.revoke(originJti),

    revokeAllOf: (user: User) => repository.revokeAllOf(user.sub),
  };
};
