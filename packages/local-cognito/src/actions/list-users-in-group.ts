import { z } from 'zod';
import type { Action } from '../aws-json/action.ts';
import type { Groups } from '../groups/groups.ts';
import type { PoolSettings } from '../settings/pool-settings.ts';
import type { UserRepository } from '../users/user-repository.ts';
import { definePoolAction } from './admin-action.ts';
import { groupName, limit, pageToken, userPoolId } from './request-fields.ts';
import { toUserType } from './user-description.ts';

const requestSchema = z.object({
  UserPoolId: userPoolId,
  GroupName: groupName,
  Limit: limit,
  NextToken: pageToken,
});

type Dependencies = { settings: PoolSettings; groups: Groups; users: UserRepository };

/** Lists the members of a group. */
export const createListUsersInGroup = (pool: Dependencies): Action =>
  definePoolAction(pool, requestSchema, ({ GroupName, Limit, NextToken }) => {
    const { name } = pool.groups.get(GroupName);
    const { items, next } = pool.groups.members(name, { limit: Limit, token: NextToken });
    const users = items.map((sub) => pool.users.findBySub(sub)).filter((user) => user !== undefined);
    return { Users: users.map(toUserType), ...(next && { NextToken: next }) };
  });
