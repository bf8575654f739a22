import { z } from 'zod';
import type { Action } from '../aws-json/action.ts';
import type { PoolSettings } from '../settings/pool-settings.ts';
import { definePoolAction } from './admin-action.ts';
import { userPoolId } from './request-fields.ts';

const requestSchema = z.object({ UserPoolId: userPoolId });

/** Returns no destinations: the pool exports no logs. */
export const createGetLogDeliveryConfiguration = (pool: { settings: PoolSettings }): Action =>
  definePoolAction(pool, requestSchema, ({ UserPoolId }) => ({
    LogDeliveryConfiguration: { UserPoolId, LogConfigurations: [] },
  }));
