import { z } from 'zod';
import type { Action } from '../action.ts';
import { defineUserAction } from '../admin-action.ts';
import { toMfaSettings } from '../mfa/mfa-settings.ts';
import type { UserPool } from '../user-pool.ts';
import { describeUser } from '../users/user-description.ts';
import { username, userPoolId } from './request-fields.ts';

const requestSchema = z.object({ UserPoolId: userPoolId, Username: username });

type Dependencies = Pick<UserPool, 'settings' | 'users' | 'secondFactors'>;

/** Tells everything about a user. */
export const createAdminGetUser = (pool: Dependencies): Action =>
  defineUserAction(pool, requestSchema, (_request, user) => ({
    ...describeUser(user),
    ...toMfaSettings(pool.secondFactors, user),
  }));
