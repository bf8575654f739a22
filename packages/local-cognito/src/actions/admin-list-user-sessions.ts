import { z } from 'zod';
import type { Action } from '../aws-json/action.ts';
import type { PoolSettings } from '../settings/pool-settings.ts';
import { assertTracked } from '../user-sessions/assert-tracked.ts';
import type { UserSessions } from '../user-sessions/user-sessions.ts';
import type { UserRepository } from '../users/user-repository.ts';
import { defineUserAction } from './admin-action.ts';
import { username, userPoolId } from './request-fields.ts';
import { describeUserSession } from './user-session-description.ts';

const requestSchema = z.object({ UserPoolId: userPoolId, Username: username });

type Dependencies = { settings: PoolSettings; users: UserRepository; userSessions: UserSessions };

/** Lists the active sessions of a user. */
export const createAdminListUserSessions = (pool: Dependencies): Action =>
  defineUserAction(pool, requestSchema, (_request, { sub }) => {
    assertTracked(pool.settings);
    return { Sessions: pool.userSessions.listOf(sub).map((session) => describeUserSession(session)) };
  });
