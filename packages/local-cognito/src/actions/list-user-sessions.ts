import { z } from 'zod';
import { type Action, defineAction } from '../aws-json/action.ts';
import type { PoolSettings } from '../settings/pool-settings.ts';
import type { AuthenticateSession } from '../tokens/access-token-verifier.ts';
import { assertTracked } from '../user-sessions/assert-tracked.ts';
import type { UserSessions } from '../user-sessions/user-sessions.ts';
import { token } from './request-fields.ts';
import { describeUserSession } from './user-session-description.ts';

const requestSchema = z.object({ AccessToken: token });

type Dependencies = {
  settings: PoolSettings;
  authenticateSession: AuthenticateSession;
  userSessions: UserSessions;
};

/** Lists the active sessions of the signed-in user on one page, which fits the highest limit. */
export const createListUserSessions = ({
  settings,
  authenticateSession,
  userSessions,
}: Dependencies): Action =>
  defineAction(requestSchema, async ({ AccessToken }) => {
    const { user, session } = await authenticateSession(AccessToken);
    assertTracked(settings);
    return {
      Sessions: userSessions.listOf(user.sub).map((other) => describeUserSession(other, session.originJti)),
    };
  });
