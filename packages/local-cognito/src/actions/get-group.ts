import { z } from 'zod';
import type { Action } from '../aws-json/action.ts';
import type { UserPool } from '../composition/user-pool.ts';
import { definePoolAction } from './admin-action.ts';
import { readGroup, toGroupType } from './group-description.ts';
import { groupName, userPoolId } from './request-fields.ts';

const requestSchema = z.object({ UserPoolId: userPoolId, GroupName: groupName });

type Dependencies = Pick<UserPool, 'settings' | 'groups'>;

/** Tells everything about a group but its members. */
export const createGetGroup = (pool: Dependencies): Action =>
  definePoolAction(pool, requestSchema, ({ GroupName }) => {
    return { Group: toGroupType(pool, readGroup(pool, GroupName)) };
  });
