import { z } from 'zod';
import type { Action } from '../aws-json/action.ts';
import type { UserPool } from '../composition/user-pool.ts';
import { defineUserAction } from './admin-action.ts';
import { username, userPoolId } from './request-fields.ts';

const requestSchema = z.object({ UserPoolId: userPoolId, Username: username });

type Dependencies = Pick<UserPool, 'settings' | 'users'>;

/** Deletes a user, with all sessions. */
export const createAdminDeleteUser = (pool: Dependencies): Action =>
  defineUserAction(pool, requestSchema, (_request, user) => {
    pool.users.remove(user.sub);
    return {};
  });
