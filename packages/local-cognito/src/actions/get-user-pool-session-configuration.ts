import { z } from 'zod';
import type { Action } from '../aws-json/action.ts';
import type { PoolSettings } from '../settings/pool-settings.ts';
import { definePoolAction } from './admin-action.ts';
import { userPoolId } from './request-fields.ts';
import { describePoolSessions } from './session-configuration.ts';

const requestSchema = z.object({ UserPoolId: userPoolId });

/** Returns whether the pool tracks sessions, and how many a user may have. */
export const createGetUserPoolSessionConfiguration = (pool: { settings: PoolSettings }): Action =>
  definePoolAction(pool, requestSchema, () => describePoolSessions(pool.settings));
