import { z } from 'zod';
import type { Action } from '../aws-json/action.ts';
import type { PoolSettings } from '../settings/pool-settings.ts';
import { definePoolAction } from './admin-action.ts';
import { describeMfaConfig } from './mfa-config.ts';
import { userPoolId } from './request-fields.ts';

const requestSchema = z.object({ UserPoolId: userPoolId });

/** Returns the second factors and the passkey settings of the pool. */
export const createGetUserPoolMfaConfig = (pool: { settings: PoolSettings }): Action =>
  definePoolAction(pool, requestSchema, () => describeMfaConfig(pool.settings));
