import { z } from 'zod';
import type { Action } from '../aws-json/action.ts';
import type { Groups } from '../groups/groups.ts';
import type { PoolSettings } from '../settings/pool-settings.ts';
import { definePoolAction } from './admin-action.ts';
import { toGroupChanges, toGroupType } from './group-description.ts';
import { groupFields, groupName, userPoolId } from './request-fields.ts';

const requestSchema = z.object({ UserPoolId: userPoolId, GroupName: groupName, ...groupFields });

type Dependencies = { settings: PoolSettings; groups: Groups };

/** Changes the given fields of a group. */
export const createUpdateGroup = (pool: Dependencies): Action =>
  definePoolAction(pool, requestSchema, ({ GroupName, ...changes }) => {
    const group = pool.groups.update(pool.groups.get(GroupName), toGroupChanges(changes));
    return { Group: toGroupType(pool, group) };
  });
