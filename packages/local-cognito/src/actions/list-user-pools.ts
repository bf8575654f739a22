import { z } from 'zod';
import type { Action } from '../aws-json/action.ts';
import type { PoolSettings } from '../settings/pool-settings.ts';
import { defineAccountAction } from './admin-action.ts';
import { maxResults } from './request-fields.ts';

const requestSchema = z.object({ MaxResults: maxResults });

/** Lists the only pool of this server. */
export const createListUserPools = ({ settings }: { settings: PoolSettings }): Action =>
  defineAccountAction(requestSchema, () => ({
    UserPools: [{ Id: settings.userPoolId, Name: settings.poolName, LambdaConfig: {} }],
  }));
