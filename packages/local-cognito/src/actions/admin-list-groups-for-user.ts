import { z } from 'zod';
import type { Action } from '../aws-json/action.ts';
import type { Groups } from '../groups/groups.ts';
import type { PoolSettings } from '../settings/pool-settings.ts';
import type { UserRepository } from '../users/user-repository.ts';
import { defineUserAction } from './admin-action.ts';
import { toGroupType } from './group-description.ts';
import { limit, pageToken, username, userPoolId } from './request-fields.ts';

const requestSchema = z.object({
  UserPoolId: userPoolId,
  Username: username,
  Limit: limit,
  NextToken: pageToken,
});

type Dependencies = { settings: PoolSettings; users: UserRepository; groups: Groups };

/** Lists a user's groups by name. */
export const createAdminListGroupsForUser = (pool: Dependencies): Action =>
  defineUserAction(pool, requestSchema, ({ Limit, NextToken }, user) => {
    const { items, next } = pool.groups.listOf(user.sub, { limit: Limit, token: NextToken });
    return { Groups: items.map((group) => toGroupType(pool, group)), ...(next && { NextToken: next }) };
  });
