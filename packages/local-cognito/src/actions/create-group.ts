import { z } from 'zod';
import type { Action } from '../action.ts';
import { definePoolAction } from '../admin-action.ts';
import { groupExists } from '../errors.ts';
import { toGroupChanges, toGroupType } from '../groups/group-description.ts';
import type { UserPool } from '../user-pool.ts';
import { groupFields, groupName, userPoolId } from './request-fields.ts';

const requestSchema = z.object({ UserPoolId: userPoolId, GroupName: groupName, ...groupFields });

type Dependencies = Pick<UserPool, 'settings' | 'groups'>;

/** Creates a group without members. */
export const createCreateGroup = (pool: Dependencies): Action =>
  definePoolAction(pool, requestSchema, ({ GroupName, ...changes }) => {
    if (pool.groups.find(GroupName) !== undefined) throw groupExists();
    return { Group: toGroupType(pool, pool.groups.create(GroupName, toGroupChanges(changes))) };
  });
