import { z } from 'zod';
import type { Action } from '../aws-json/action.ts';
import type { PoolSettings } from '../settings/pool-settings.ts';
import type { Sessions } from '../tokens/sessions.ts';
import { assertTracked } from '../user-sessions/assert-tracked.ts';
import type { UserSessions } from '../user-sessions/user-sessions.ts';
import type { UserRepository } from '../users/user-repository.ts';
import { defineUserAction } from './admin-action.ts';
import { revokeAssociatedSessions, sessionId, username, userPoolId } from './request-fields.ts';

const requestSchema = z.object({
  UserPoolId: userPoolId,
  Username: username,
  SessionId: sessionId,
  RevokeAssociatedSessions: revokeAssociatedSessions,
});

type Dependencies = {
  settings: PoolSettings;
  users: UserRepository;
  sessions: Sessions;
  userSessions: UserSessions;
};

/** Ends a session of a user. */
export const createAdminRevokeUserSession = (pool: Dependencies): Action =>
  defineUserAction(pool, requestSchema, ({ SessionId }, { sub }) => {
    assertTracked(pool.settings);
    pool.sessions.end(pool.userSessions.get(sub, SessionId).originJti);
    return {};
  });
