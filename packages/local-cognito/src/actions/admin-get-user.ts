import { z } from 'zod';
import type { Action } from '../aws-json/action.ts';
import type { SecondFactors } from '../mfa/second-factors.ts';
import type { PoolSettings } from '../settings/pool-settings.ts';
import type { UserRepository } from '../users/user-repository.ts';
import { defineUserAction } from './admin-action.ts';
import { toMfaSettings } from './mfa-settings.ts';
import { username, userPoolId } from './request-fields.ts';
import { describeUser } from './user-description.ts';

const requestSchema = z.object({ UserPoolId: userPoolId, Username: username });

type Dependencies = { settings: PoolSettings; users: UserRepository; secondFactors: SecondFactors };

/** Returns the state, attributes and MFA settings of a user. */
export const createAdminGetUser = (pool: Dependencies): Action =>
  defineUserAction(pool, requestSchema, (_request, user) => ({
    ...describeUser(user),
    ...toMfaSettings(pool.secondFactors, user),
  }));
