import { z } from 'zod';
import type { Action } from '../aws-json/action.ts';
import type { PoolSettings } from '../settings/pool-settings.ts';
import type { UserRepository } from '../users/user-repository.ts';
import { definePoolAction } from './admin-action.ts';
import { describeUserPool } from './pool-description.ts';
import { userPoolId } from './request-fields.ts';

const requestSchema = z.object({ UserPoolId: userPoolId });

type Dependencies = { settings: PoolSettings; users: UserRepository };

/** Returns the settings of the pool and the number of its users. */
export const createDescribeUserPool = (pool: Dependencies): Action =>
  definePoolAction(pool, requestSchema, () => ({
    UserPool: describeUserPool(pool.settings, pool.users.count()),
  }));
