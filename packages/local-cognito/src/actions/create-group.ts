import { z } from 'zod';
import type { Action } from '../aws-json/action.ts';
import { groupExists } from '../errors.ts';
import type { Groups } from '../groups/groups.ts';
import type { PoolSettings } from '../settings/pool-settings.ts';
import { definePoolAction } from './admin-action.ts';
import { toGroupChanges, toGroupType } from './group-description.ts';
import { groupFields, groupName, userPoolId } from './request-fields.ts';

const requestSchema = z.object({ UserPoolId: userPoolId, GroupName: groupName, ...groupFields });

type Dependencies = { settings: PoolSettings; groups: Groups };

/** Creates an empty group. */
export const createCreateGroup = (pool: Dependencies): Action =>
  definePoolAction(pool, requestSchema, ({ GroupName, ...changes }) => {
    if (pool.groups.find(GroupName) !== undefined) throw groupExists();
    return { Group: toGroupType(pool, pool.groups.create(GroupName, toGroupChanges(changes))) };
  });
