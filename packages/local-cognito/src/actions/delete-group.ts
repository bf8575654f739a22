import { z } from 'zod';
import type { Action } from '../aws-json/action.ts';
import type { UserPool } from '../composition/user-pool.ts';
import { definePoolAction } from './admin-action.ts';
import { readGroup } from './group-description.ts';
import { groupName, userPoolId } from './request-fields.ts';

const requestSchema = z.object({ UserPoolId: userPoolId, GroupName: groupName });

type Dependencies = Pick<UserPool, 'settings' | 'groups'>;

/** Deletes a group; its members stay users. */
export const createDeleteGroup = (pool: Dependencies): Action =>
  definePoolAction(pool, requestSchema, ({ GroupName }) => {
    pool.groups.remove(readGroup(pool, GroupName).name);
    return {};
  });
