import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';

// Access tokens live a day at most; until then GetUser and others must still find their session.
const KEPT_AFTER_EXPIRY_MILLISECONDS = 86_400_000;

/** One sign-in and everything refreshed from it; `originJti` is in all of its tokens. Times in ms. */
export type Session = {
  originJti: string;
  sub: string;
  clientId: string;
  /** The scopes of its access tokens, with spaces between them. */
  scope: string;
  deviceKey: string | null;
  authTime: number;
  expiresAt: number;
  revokedAt: number | null;
};

/** A refresh token as it is stored: its hash, and when it was first exchanged for a newer one. */
export type RefreshTokenRecord = { session: Session; rotatedAt: number | null };

const sessionRow = z
  .object({
    origin_jti: z.string(),
    sub: z.string(),
    client_id: z.string(),
    scope: z.string(),
    device_key: z.string().nullable(),
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
      authTime: row.auth_time,
      expiresAt: row.expires_at,
      revokedAt: row.revoked_at,
    }),
  );

const tokenRow = z.object({ rotated_at: z.int().nullable() });

/** The only place that reads and writes sessions and refresh tokens. */
export type SessionRepository = ReturnType<typeof createSessionRepository>;

/** Keeps sessions in the database; refresh tokens are known by their hashes alone. */
export const createSessionRepository = (database: DatabaseSync, now: () => number) => {
  const removeExpired = database.prepare('DELETE FROM sessions WHERE expires_at < ?');
  const insertSession = database.prepare(
    'INSERT INTO sessions (origin_jti, sub, client_id, scope, device_key, auth_time, expires_at) VALUES (?, ?, ?, ?, ?, ?, ?)',
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
      const { originJti, sub, clientId, scope, deviceKey, authTime, expiresAt } = session;
      insertSession.run(originJti, sub, clientId, scope, deviceKey, authTime, expiresAt);
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
