import { z } from 'zod';
import type { Action } from '../aws-json/action.ts';
import type { Groups } from '../groups/groups.ts';
import type { PoolSettings } from '../settings/pool-settings.ts';
import { definePoolAction } from './admin-action.ts';
import { toGroupType } from './group-description.ts';
import { groupName, userPoolId } from './request-fields.ts';

const requestSchema = z.object({ UserPoolId: userPoolId, GroupName: groupName });

type Dependencies = { settings: PoolSettings; groups: Groups };

/** Returns a group without its members. */
export const createGetGroup = (pool: Dependencies): Action =>
  definePoolAction(pool, requestSchema, ({ GroupName }) => {
    return { Group: toGroupType(pool, pool.groups.get(GroupName)) };
  });
