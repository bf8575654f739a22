import { z } from 'zod';
import type { Action } from '../aws-json/action.ts';
import type { PoolSettings } from '../settings/pool-settings.ts';
import { definePoolAction } from './admin-action.ts';
import { userPoolId } from './request-fields.ts';
import { describePoolSessions } from './session-configuration.ts';

const requestSchema = z.object({
  UserPoolId: userPoolId,
  UserSessionTracking: z.enum(['ENABLED', 'DISABLED']),
  TokenSession: z.object({ MaxPerUser: z.int().min(1).max(100) }),
});

/** Turns session tracking on or off, until the server stops. */
export const createSetUserPoolSessionConfiguration = (pool: { settings: PoolSettings }): Action =>
  definePoolAction(pool, requestSchema, ({ UserSessionTracking, TokenSession }) => {
    pool.settings.userSessionTracking = UserSessionTracking;
    pool.settings.tokenSession.maxPerUser = TokenSession.MaxPerUser;
    return describePoolSessions(pool.settings);
  });
