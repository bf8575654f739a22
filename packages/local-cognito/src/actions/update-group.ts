import { z } from 'zod';
import type { Action } from '../action.ts';
import { definePoolAction } from '../admin-action.ts';
import { readGroup, toGroupChanges, toGroupType } from '../groups/group-description.ts';
import type { UserPool } from '../user-pool.ts';
import { groupFields, groupName, userPoolId } from './request-fields.ts';

const requestSchema = z.object({ UserPoolId: userPoolId, GroupName: groupName, ...groupFields });

type Dependencies = Pick<UserPool, 'settings' | 'groups'>;

/** Changes what is given of a group; the rest stays. */
export const createUpdateGroup = (pool: Dependencies): Action =>
  definePoolAction(pool, requestSchema, ({ GroupName, ...changes }) => {
    const group = pool.groups.update(readGroup(pool, GroupName), toGroupChanges(changes));
    return { Group: toGroupType(pool, group) };
  });
