import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { resourceNotFound } from '../errors.ts';
import type { Callers } from '../http/callers.ts';
import type { PoolSettings } from '../settings/pool-settings.ts';
import type { Session } from '../tokens/session-repository.ts';
import { deviceTypeOf, UNKNOWN } from './device-type.ts';
import { createSessionId } from './session-id.ts';

const rowSchema = z
  .object({
    session_id: z.string(),
    origin_jti: z.string(),
    client_id: z.string(),
    created_at: z.int(),
    last_active_at: z.int(),
    device_type: z.string(),
    ip_address: z.string(),
  })
  .transform((row) => ({
    sessionId: row.session_id,
    originJti: row.origin_jti,
    clientId: row.client_id,
    createdAt: row.created_at,
    lastActiveAt: row.last_active_at,
    deviceType: row.device_type,
    ipAddress: row.ip_address,
  }));

/** The record of an active token session. Times are in milliseconds. */
export type UserSession = z.output<typeof rowSchema>;

/** The records of session management. There are none while `userSessionTracking` is `DISABLED`. */
export type UserSessions = ReturnType<typeof createUserSessions>;

type Dependencies = {
  database: DatabaseSync;
  settings: Pick<PoolSettings, 'userSessionTracking' | 'tokenSession'>;
  callers: Callers;
  revoke: (originJti: string) => void;
  now: () => number;
};

/** Stores the records. Those of revoked and expired sessions are invisible, and go with their session. */
export const createUserSessions = ({ database, settings, callers, revoke, now }: Dependencies) => {
  const insert = database.prepare('INSERT INTO user_sessions VALUES (?, ?, ?, ?, ?, ?)');
  const update = database.prepare(
    'UPDATE user_sessions SET last_active_at = ?, device_type = ?, ip_address = ? WHERE origin_jti = ?',
  );
  const selectActive = database.prepare(
    `SELECT * FROM user_sessions JOIN sessions USING (origin_jti)
     WHERE sub = ? AND revoked_at IS NULL AND expires_at > ? ORDER BY last_active_at DESC, user_sessions.rowid DESC`,
  );

  const isTracked = () => settings.userSessionTracking === 'ENABLED';

  const readCaller = (): [deviceType: string, ipAddress: string] => {
    const caller = callers.getStore();
    return [deviceTypeOf(caller?.userAgent ?? ''), caller?.ipAddress ?? UNKNOWN];
  };

  const listOf = (sub: string): UserSession[] =>
    selectActive.all(sub, now()).map((row) => rowSchema.parse(row));

  return {
    /** Records a new session, after revoking the least recently used ones beyond the limit of the user. */
    add: ({ originJti, sub }: Session): void => {
      if (!isTracked()) return;
      for (const evicted of listOf(sub).slice(settings.tokenSession.maxPerUser - 1))
        revoke(evicted.originJti);
      insert.run(createSessionId(), originJti, now(), now(), ...readCaller());
    },
    /** Records a refresh. */
    touch: ({ originJti }: Session): void => {
      if (isTracked()) update.run(now(), ...readCaller(), originJti);
    },
    /** Returns the active sessions of a user, most recently used first. */
    listOf,
    /** Returns an active session of a user, or throws ResourceNotFoundException. */
    get: (sub: string, sessionId: string): UserSession => {
      const found = listOf(sub).find((session) => session.sessionId === sessionId);
      if (found === undefined) throw resourceNotFound('Session does not exist.');
      return found;
    },
  };
};
