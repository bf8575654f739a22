import { z } from 'zod';
import type { Action } from '../aws-json/action.ts';
import type { UserPool } from '../composition/user-pool.ts';
import { defineUserAction } from './admin-action.ts';
import { username, userPoolId } from './request-fields.ts';

const requestSchema = z.object({ UserPoolId: userPoolId, Username: username });

type Dependencies = Pick<UserPool, 'settings' | 'users' | 'sessions'>;

/** Ends every session of a user. */
export const createAdminUserGlobalSignOut = (pool: Dependencies): Action =>
  defineUserAction(pool, requestSchema, (_request, user) => {
    pool.sessions.revokeAllOf(user);
    return {};
  });
