import { z } from 'zod';
import type { Action } from '../action.ts';
import { defineUserAction } from '../admin-action.ts';
import { toGroupType } from '../groups/group-description.ts';
import type { UserPool } from '../user-pool.ts';
import { limit, pageToken, username, userPoolId } from './request-fields.ts';

const requestSchema = z.object({
  UserPoolId: userPoolId,
  Username: username,
  Limit: limit,
  NextToken: pageToken,
});

type Dependencies = Pick<UserPool, 'settings' | 'users' | 'groups'>;

/** Lists a user's groups by name. */
export const createAdminListGroupsForUser = (pool: Dependencies): Action =>
  defineUserAction(pool, requestSchema, ({ Limit, NextToken }, user) => {
    const { items, next } = pool.groups.listOf(user.sub, { limit: Limit, token: NextToken });
    return { Groups: items.map((group) => toGroupType(pool, group)), ...(next && { NextToken: next }) };
  });
