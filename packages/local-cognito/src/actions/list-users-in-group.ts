import { z } from 'zod';
import type { Action } from '../aws-json/action.ts';
import type { UserPool } from '../composition/user-pool.ts';
import { definePoolAction } from './admin-action.ts';
import { readGroup } from './group-description.ts';
import { groupName, limit, pageToken, userPoolId } from './request-fields.ts';
import { toUserType } from './user-description.ts';

const requestSchema = z.object({
  UserPoolId: userPoolId,
  GroupName: groupName,
  Limit: limit,
  NextToken: pageToken,
});

type Dependencies = Pick<UserPool, 'settings' | 'groups' | 'users'>;

/** Lists the members of a group. */
export const createListUsersInGroup = (pool: Dependencies): Action =>
  definePoolAction(pool, requestSchema, ({ GroupName, Limit, NextToken }) => {
    const { name } = readGroup(pool, GroupName);
    const { items, next } = pool.groups.members(name, { limit: Limit, token: NextToken });
    const users = items.map((sub) => pool.users.findBySub(sub)).filter((user) => user !== undefined);
    return { Users: users.map(toUserType), ...(next && { NextToken: next }) };
  });
