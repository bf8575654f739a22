import { z } from 'zod';
import type { Action } from '../action.ts';
import { definePoolAction } from '../admin-action.ts';
import { readGroup } from '../groups/group-description.ts';
import type { UserPool } from '../user-pool.ts';
import { groupName, userPoolId } from './request-fields.ts';

const requestSchema = z.object({ UserPoolId: userPoolId, GroupName: groupName });

type Dependencies = Pick<UserPool, 'settings' | 'groups'>;

/** Deletes a group; its members stay users. */
export const createDeleteGroup = (pool: Dependencies): Action =>
  definePoolAction(pool, requestSchema, ({ GroupName }) => {
    pool.groups.remove(readGroup(pool, GroupName).name);
    return {};
  });
