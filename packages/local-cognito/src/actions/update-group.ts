import { z } from 'zod';
import type { Action } from '../aws-json/action.ts';
import type { UserPool } from '../composition/user-pool.ts';
import { definePoolAction } from './admin-action.ts';
import { readGroup, toGroupChanges, toGroupType } from './group-description.ts';
import { groupFields, groupName, userPoolId } from './request-fields.ts';

const requestSchema = z.object({ UserPoolId: userPoolId, GroupName: groupName, ...groupFields });

type Dependencies = Pick<UserPool, 'settings' | 'groups'>;

/** Changes what is given of a group; the rest stays. */
export const createUpdateGroup = (pool: Dependencies): Action =>
  definePoolAction(pool, requestSchema, ({ GroupName, ...changes }) => {
    const group = pool.groups.update(readGroup(pool, GroupName), toGroupChanges(changes));
    return { Group: toGroupType(pool, group) };
  });
