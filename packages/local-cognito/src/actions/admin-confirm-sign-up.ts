import { z } from 'zod';
import type { Action } from '../aws-json/action.ts';
import type { UserPool } from '../composition/user-pool.ts';
import { notAuthorized } from '../errors.ts';
import { defineUserAction } from './admin-action.ts';
import { username, userPoolId } from './request-fields.ts';

const requestSchema = z.object({ UserPoolId: userPoolId, Username: username });

type Dependencies = Pick<UserPool, 'settings' | 'users'>;

/** Confirms a sign-up without a code; the address stays unverified. */
export const createAdminConfirmSignUp = (pool: Dependencies): Action =>
  defineUserAction(pool, requestSchema, (_request, user) => {
    if (user.status !== 'UNCONFIRMED') {
      throw notAuthorized(`User cannot be confirmed. Current status is ${user.status}`);
    }
    pool.users.update(user.sub, { status: 'CONFIRMED' });
    return {};
  });
