import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { Transaction } from '@share-my-files/local-server';
import { CognitoError, notAuthorized, refreshTokenReuse } from '../errors.ts';
import type { UserPoolClient } from '../settings/client-settings.ts';
import type { User, UserRepository } from '../users/user-repository.ts';
import type { RefreshTokenRecord, Session, SessionRepository } from './session-repository.ts';
import { type IssuedTokens, SELF_SERVICE_SCOPE, type TokenIssuer } from './token-issuer.ts';

/** The tokens of a sign-in. `ExpiresIn` is the lifetime of the access token in seconds. */
export type AuthenticationResult = IssuedTokens & {
  RefreshToken?: string;
  ExpiresIn: number;
  TokenType: 'Bearer';
};

/** Options of a session. The default is the sign-in API without a device. */
export type SessionOptions = Partial<Pick<Session, 'scope' | 'deviceKey' | 'isOAuth' | 'methods'>> & {
  /** Nonce of the first ID token: OpenID Connect Core, section 3.1.2.1. */
  nonce?: string;
  /** Runs in the transaction that starts the session. */
  withinTransaction?: (session: Session) => void;
};

/** Starts, refreshes and ends sessions. */
export type Sessions = ReturnType<typeof createSessions>;

// Records the activity of sessions.
type SessionTracking = { add: (session: Session) => void; touch: (session: Session) => void };

type SessionsDependencies = {
  repository: SessionRepository;
  users: UserRepository;
  isConfirmedDevice: (deviceKey: string) => boolean;
  issuer: TokenIssuer;
  tracking: SessionTracking;
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

// A client names its confirmed device at each refresh. A client without devices never does.
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
  methods: options.methods ?? [],
  authTime: now,
  expiresAt: now + client.refreshTokenValiditySeconds * 1000,
  revokedAt: null,
});

/**
 * Sessions with refresh token rotation as in the developer guide: each refresh issues a new refresh token,
 * the previous one works for the grace period, and the whole family expires with its first token.
 */
export const createSessions = (dependencies: SessionsDependencies) => {
  const { repository, users, issuer, tracking, transaction, now } = dependencies;

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
    /** The default is the scope of the sign-in API, without a device. */
    start: async (
      user: User,
      client: UserPoolClient,
      options: SessionOptions = {},
    ): Promise<AuthenticationResult> => {
      const session = createSession(user, client, options, now());
      const refreshToken = transaction(() => {
        repository.insert(session);
        tracking.add(session);
        options.withinTransaction?.(session);
        return addRefreshToken(session.originJti);
      });
      return resultFor(client, user, session, refreshToken, options.nonce);
    },

    /**
     * Throws NotAuthorizedException if the token is unknown, expired, revoked or belongs to another device.
     */
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
      tracking.touch(session);
      if (client.refreshTokenRotation === 'DISABLED') return resultFor(client, user, session, undefined);
      const successor = transaction(() => {
        repository.markRotated(tokenHash);
        return addRefreshToken(session.originJti);
      });
      return resultFor(client, user, session, successor);
    },

    /** Ends the session of a refresh token. Ignores unknown and expired tokens. */
    revoke: (client: UserPoolClient, token: string) => {
      const session = repository.findRefreshToken(hashToken(token))?.session;
      if (session === undefined) return;
      if (session.clientId !== client.clientId) {
        throw new CognitoError('UnauthorizedException', 'The token belongs to another client.');
      }
      repository.revoke(session.originJti);
    },

    /** Ends a session by the `origin_jti` of its tokens. */
    end: (originJti: string) => repository.revoke(originJti),

    revokeAllOf: (user: User) => repository.revokeAllOf(user.sub),
  };
};
