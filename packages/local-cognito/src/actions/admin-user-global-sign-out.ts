import { z } from 'zod';
import type { Action } from '../aws-json/action.ts';
import type { PoolSettings } from '../settings/pool-settings.ts';
import type { Sessions } from '../tokens/sessions.ts';
import type { UserRepository } from '../users/user-repository.ts';
import { defineUserAction } from './admin-action.ts';
import { username, userPoolId } from './request-fields.ts';

const requestSchema = z.object({ UserPoolId: userPoolId, Username: username });

type Dependencies = { settings: PoolSettings; users: UserRepository; sessions: Sessions };

/** Ends all sessions of a user. */
export const createAdminUserGlobalSignOut = (pool: Dependencies): Action =>
  defineUserAction(pool, requestSchema, (_request, user) => {
    pool.sessions.revokeAllOf(user);
    return {};
  });
