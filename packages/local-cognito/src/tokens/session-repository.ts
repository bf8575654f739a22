import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import {
  type AuthenticationMethod,
  authenticationMethods,
} from '../authentication-levels/authentication-level.ts';

// Access tokens live at most one day. GetUser must find their session until then.
const KEPT_AFTER_EXPIRY_MILLISECONDS = 86_400_000;

/** A sign-in with all tokens refreshed from it, which share the `originJti`. Times are in milliseconds. */
export type Session = {
  originJti: string;
  sub: string;
  clientId: string;
  /** Scopes of its access tokens, separated by spaces. */
  scope: string;
  deviceKey: string | null;
  /** Whether it started at the OAuth 2.0 endpoints instead of the sign-in API. */
  isOAuth: boolean;
  /** How the user authenticated. */
  methods: AuthenticationMethod[];
  authTime: number;
  expiresAt: number;
  revokedAt: number | null;
};

/** A stored refresh token: its session, and when it was first rotated. */
export type RefreshTokenRecord = { session: Session; rotatedAt: number | null };

const sessionRow = z
  .object({
    origin_jti: z.string(),
    sub: z.string(),
    client_id: z.string(),
    scope: z.string(),
    device_key: z.string().nullable(),
    is_oauth: z.literal([0, 1]),
    methods: z.string().transform((json) => z.array(z.enum(authenticationMethods)).parse(JSON.parse(json))),
    auth_time: z.int(),
    expires_at: z.int(),
    revoked_at: z.int().nullable(),
  })
  .transform(
    (row): Session => ({
      originJti: row.origin_jti,
      sub: row.sub,
      clientId: row.client_id,
      scope: row.scope,
      deviceKey: row.device_key,
      isOAuth: row.is_oauth === 1,
      methods: row.methods,
      authTime: row.auth_time,
      expiresAt: row.expires_at,
      revokedAt: row.revoked_at,
    }),
  );

const tokenRow = z.object({ rotated_at: z.int().nullable() });

/** The only place that reads and writes sessions and refresh tokens. */
export type SessionRepository = ReturnType<typeof createSessionRepository>;

/** Stores sessions in the database, and only the hashes of refresh tokens. */
export const createSessionRepository = (database: DatabaseSync, now: () => number) => {
  const removeExpired = database.prepare('DELETE FROM sessions WHERE expires_at < ?');
  const insertSession = database.prepare(
    'INSERT INTO sessions (origin_jti, sub, client_id, scope, device_key, is_oauth, methods, auth_time, expires_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
  );
  const selectSession = database.prepare('SELECT * FROM sessions WHERE origin_jti = ?');
  const revoke = database.prepare(
    'UPDATE sessions SET revoked_at = ? WHERE origin_jti = ? AND revoked_at IS NULL',
  );
  const revokeAll = database.prepare(
    'UPDATE sessions SET revoked_at = ? WHERE sub = ? AND revoked_at IS NULL',
  );
  const insertToken = database.prepare('INSERT INTO refresh_tokens (token_hash, origin_jti) VALUES (?, ?)');
  const selectToken = database.prepare(
    'SELECT * FROM refresh_tokens JOIN sessions USING (origin_jti) WHERE token_hash = ?',
  );
  const rotateToken = database.prepare(
    'UPDATE refresh_tokens SET rotated_at = ? WHERE token_hash = ? AND rotated_at IS NULL',
  );

  return {
    insert: (session: Omit<Session, 'revokedAt'>) => {
      removeExpired.run(now() - KEPT_AFTER_EXPIRY_MILLISECONDS);
      const { originJti, sub, clientId, scope, deviceKey, isOAuth, methods, authTime, expiresAt } = session;
      insertSession.run(
        ...[originJti, sub, clientId, scope, deviceKey, isOAuth ? 1 : 0, JSON.stringify(methods)],
        ...[authTime, expiresAt],
      );
    },
    find: (originJti: string): Session | undefined => {
      const row = selectSession.get(originJti);
      return row === undefined ? undefined : sessionRow.parse(row);
    },
    revoke: (originJti: string) => {
      revoke.run(now(), originJti);
    },
    revokeAllOf: (sub: string) => {
      revokeAll.run(now(), sub);
    },
    insertRefreshToken: (tokenHash: string, originJti: string) => {
      insertToken.run(tokenHash, originJti);
    },
    findRefreshToken: (tokenHash: string): RefreshTokenRecord | undefined => {
      const row = selectToken.get(tokenHash);
      if (row === undefined) return undefined;
      return { session: sessionRow.parse(row), rotatedAt: tokenRow.parse(row).rotated_at };
    },
    markRotated: (tokenHash: string) => {
      rotateToken.run(now(), tokenHash);
    },
  };
};
