import { z } from 'zod';
import type { Action } from '../aws-json/action.ts';
import type { Groups } from '../groups/groups.ts';
import type { PoolSettings } from '../settings/pool-settings.ts';
import { definePoolAction } from './admin-action.ts';
import { groupName, userPoolId } from './request-fields.ts';

const requestSchema = z.object({ UserPoolId: userPoolId, GroupName: groupName });

type Dependencies = { settings: PoolSettings; groups: Groups };

/** Deletes a group, not its members. */
export const createDeleteGroup = (pool: Dependencies): Action =>
  definePoolAction(pool, requestSchema, ({ GroupName }) => {
    pool.groups.remove(pool.groups.get(GroupName).name);
    return {};
  });
