import { z } from 'zod';
import type { Action } from '../aws-json/action.ts';
import type { PoolSettings } from '../settings/pool-settings.ts';
import { definePoolAction } from './admin-action.ts';
import { maxResults, userPoolId } from './request-fields.ts';

const requestSchema = z.object({ UserPoolId: userPoolId, MaxResults: maxResults });

/** Lists no jobs: this server imports no users. */
export const createListUserImportJobs = (pool: { settings: PoolSettings }): Action =>
  definePoolAction(pool, requestSchema, () => ({ UserImportJobs: [] }));
