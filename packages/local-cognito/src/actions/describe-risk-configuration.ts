import { z } from 'zod';
import type { Action } from '../aws-json/action.ts';
import { addOnNotEnabled } from '../errors.ts';
import type { PoolSettings } from '../settings/pool-settings.ts';
import { definePoolAction } from './admin-action.ts';
import { userPoolId } from './request-fields.ts';

const requestSchema = z.object({ UserPoolId: userPoolId });

/** Throws UserPoolAddOnNotEnabledException: the pool has no threat protection. */
export const createDescribeRiskConfiguration = (pool: { settings: PoolSettings }): Action =>
  definePoolAction(pool, requestSchema, ({ UserPoolId }) => {
    throw addOnNotEnabled(UserPoolId);
  });
