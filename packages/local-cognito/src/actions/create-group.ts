import { z } from 'zod';
import type { Action } from '../aws-json/action.ts';
import type { UserPool } from '../composition/user-pool.ts';
import { groupExists } from '../errors.ts';
import { definePoolAction } from './admin-action.ts';
import { toGroupChanges, toGroupType } from './group-description.ts';
import { groupFields, groupName, userPoolId } from './request-fields.ts';

const requestSchema = z.object({ UserPoolId: userPoolId, GroupName: groupName, ...groupFields });

type Dependencies = Pick<UserPool, 'settings' | 'groups'>;

/** Creates a group without members. */
export const createCreateGroup = (pool: Dependencies): Action =>
  definePoolAction(pool, requestSchema, ({ GroupName, ...changes }) => {
    if (pool.groups.find(GroupName) !== undefined) throw groupExists();
    return { Group: toGroupType(pool, pool.groups.create(GroupName, toGroupChanges(changes))) };
  });
