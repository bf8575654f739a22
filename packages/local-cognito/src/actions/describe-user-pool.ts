import { z } from 'zod';
import type { Action } from '../aws-json/action.ts';
import type { PoolSettings } from '../settings/pool-settings.ts';
import { definePoolAction } from './admin-action.ts';
import { describeUserPool } from './pool-description.ts';
import { userPoolId } from './request-fields.ts';

const requestSchema = z.object({ UserPoolId: userPoolId });

type Dependencies = { settings: PoolSettings };

/** Returns the settings of the pool. */
export const createDescribeUserPool = (pool: Dependencies): Action =>
  definePoolAction(pool, requestSchema, (_request) => {
    return { UserPool: describeUserPool(pool.settings) };
  });
