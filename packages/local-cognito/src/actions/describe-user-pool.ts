import { z } from 'zod';
import type { Action } from '../aws-json/action.ts';
import type { UserPool } from '../composition/user-pool.ts';
import { definePoolAction } from './admin-action.ts';
import { describeUserPool } from './pool-description.ts';
import { userPoolId } from './request-fields.ts';

const requestSchema = z.object({ UserPoolId: userPoolId });

type Dependencies = Pick<UserPool, 'settings'>;

/** Shows the settings of the pool. */
export const createDescribeUserPool = (pool: Dependencies): Action =>
  definePoolAction(pool, requestSchema, (_request) => {
    return { UserPool: describeUserPool(pool.settings) };
  });
