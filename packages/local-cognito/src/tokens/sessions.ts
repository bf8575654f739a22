import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { notAuthorized, refreshTokenReuse } from '../errors.ts';
import type { PoolSettings } from '../pool-config.ts';
import type { Transaction } from '../store/open-database.ts';
import type { User, UserRepository } from '../users/user-repository.ts';
import type { RefreshTokenRecord, Session, SessionRepository } from './session-repository.ts';
import type { IssuedTokens, TokenIssuer } from './token-issuer.ts';

/** What a client gets when it is signed in; `ExpiresIn` is the access token's life in seconds. */
export type AuthenticationResult = IssuedTokens & {
  RefreshToken?: string;
  ExpiresIn: number;
  TokenType: 'Bearer';
};

/** Starts, renews and ends sign-ins. */
export type Sessions = ReturnType<typeof createSessions>;

type SessionsDependencies = {
  settings: PoolSettings;
  repository: SessionRepository;
  users: UserRepository;
  issuer: TokenIssuer;
  transaction: Transaction;
  now: () => number;
};

const hashToken = (token: string): string => createHash('sha256').update(token).digest('base64url');

/**
 * Sessions with refresh token rotation as the developer guide describes it: each refresh gives a new refresh
 * token, the old one works on for the grace period, and the whole family ends when its first token would.
 */
export const createSessions = (dependencies: SessionsDependencies) => {
  const { settings, repository, users, issuer, transaction, now } = dependencies;

  const addRefreshToken = (originJti: string): string => {
    const token = randomBytes(48).toString('base64url');
    repository.insertRefreshToken(hashToken(token), originJti);
    return token;
  };

  const resultFor = async (
    user: User,
    session: Session,
    refreshToken: string | undefined,
  ): Promise<AuthenticationResult> => ({
    ...(await issuer.issue(user, session)),
    ...(refreshToken === undefined ? {} : { RefreshToken: refreshToken }),
    ExpiresIn: settings.accessTokenValiditySeconds,
    TokenType: 'Bearer',
  });

  const findUsable = (tokenHash: string): RefreshTokenRecord => {
    const record = repository.findRefreshToken(tokenHash);
    if (record === undefined) throw notAuthorized('Invalid Refresh Token');
    if (record.session.revokedAt !== null) throw notAuthorized('Refresh Token has been revoked');
    if (record.session.expiresAt <= now()) throw notAuthorized('Refresh Token has expired');
    const grace = settings.refreshTokenGraceSeconds * 1000;
    if (record.rotatedAt !== null && record.rotatedAt + grace <= now()) throw refreshTokenReuse();
    return record;
  };

  return {
    start: async (user: User): Promise<AuthenticationResult> => {
      const session: Session = {
        originJti: randomUUID(),
        sub: user.sub,
        authTime: now(),
        expiresAt: now() + settings.refreshTokenValiditySeconds * 1000,
        revokedAt: null,
      };
      const refreshToken = transaction(() => {
        repository.insert(session);
        return addRefreshToken(session.originJti);
      });
      return resultFor(user, session, refreshToken);
    },

    /** Throws NotAuthorizedException for a token that is unknown, expired or revoked. */
    refresh: async (token: string): Promise<AuthenticationResult> => {
      const tokenHash = hashToken(token);
      const { session } = findUsable(tokenHash);
      const user = users.findBySub(session.sub);
      if (user === undefined) throw notAuthorized('Invalid Refresh Token');
      if (!user.isEnabled) throw notAuthorized('User is disabled.');
      if (settings.refreshTokenRotation === 'DISABLED') return resultFor(user, session, undefined);
      const successor = transaction(() => {
        repository.markRotated(tokenHash);
        return addRefreshToken(session.originJti);
      });
      return resultFor(user, session, successor);
    },

    /** Ends the session of a refresh token; a token that is unknown or dead already is no error. */
    revoke: (token: string) => {
      const record = repository.findRefreshToken(hashToken(token));
      if (record !== undefined) repository.revoke(record.session.originJti);
    },

    revokeAllOf: (user: User) => repository.revokeAllOf(user.sub),
  };
};
