import { z } from 'zod';
import type { Action } from '../aws-json/action.ts';
import type { PoolSettings } from '../settings/pool-settings.ts';
import type { UserRepository } from '../users/user-repository.ts';
import { defineUserAction } from './admin-action.ts';
import { username, userPoolId } from './request-fields.ts';

const requestSchema = z.object({ UserPoolId: userPoolId, Username: username });

type Dependencies = { settings: PoolSettings; users: UserRepository };

/** Deletes a user and all sessions. */
export const createAdminDeleteUser = (pool: Dependencies): Action =>
  defineUserAction(pool, requestSchema, (_request, user) => {
    pool.users.remove(user.sub);
    return {};
  });
