import { z } from 'zod';
import type { Action } from '../aws-json/action.ts';
import { notAuthorized } from '../errors.ts';
import type { PoolSettings } from '../settings/pool-settings.ts';
import type { UserRepository } from '../users/user-repository.ts';
import { defineUserAction } from './admin-action.ts';
import { username, userPoolId } from './request-fields.ts';

const requestSchema = z.object({ UserPoolId: userPoolId, Username: username });

type Dependencies = { settings: PoolSettings; users: UserRepository };

/** Confirms a sign-up without a code. The address stays unverified. */
export const createAdminConfirmSignUp = (pool: Dependencies): Action =>
  defineUserAction(pool, requestSchema, (_request, user) => {
    if (user.status !== 'UNCONFIRMED') {
      throw notAuthorized(`User cannot be confirmed. Current status is ${user.status}`);
    }
    pool.users.update(user.sub, { status: 'CONFIRMED' });
    return {};
  });
