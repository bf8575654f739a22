import { z } from 'zod';
import { type Action, defineAction } from '../aws-json/action.ts';
import { invalidParameter } from '../errors.ts';
import type { PoolSettings } from '../settings/pool-settings.ts';
import type { AuthenticateSession } from '../tokens/access-token-verifier.ts';
import type { Sessions } from '../tokens/sessions.ts';
import { assertTracked } from '../user-sessions/assert-tracked.ts';
import type { UserSessions } from '../user-sessions/user-sessions.ts';
import { revokeAssociatedSessions, sessionId, token } from './request-fields.ts';

const requestSchema = z.object({
  AccessToken: token,
  SessionId: sessionId,
  RevokeAssociatedSessions: revokeAssociatedSessions,
});

type Dependencies = {
  settings: PoolSettings;
  authenticateSession: AuthenticateSession;
  sessions: Sessions;
  userSessions: UserSessions;
};

/** Ends another session of the signed-in user. */
export const createRevokeUserSession = (pool: Dependencies): Action =>
  defineAction(requestSchema, async ({ AccessToken, SessionId }) => {
    const { user, session } = await pool.authenticateSession(AccessToken);
    assertTracked(pool.settings);
    const { originJti } = pool.userSessions.get(user.sub, SessionId);
    if (originJti === session.originJti) throw invalidParameter('The current session cannot be revoked.');
    pool.sessions.end(originJti);
    return {};
  });
