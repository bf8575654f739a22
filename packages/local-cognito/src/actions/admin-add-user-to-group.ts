import { z } from 'zod';
import type { Action } from '../aws-json/action.ts';
import type { Groups } from '../groups/groups.ts';
import type { PoolSettings } from '../settings/pool-settings.ts';
import type { UserRepository } from '../users/user-repository.ts';
import { defineUserAction } from './admin-action.ts';
import { groupName, username, userPoolId } from './request-fields.ts';

const requestSchema = z.object({ UserPoolId: userPoolId, Username: username, GroupName: groupName });

type Dependencies = { settings: PoolSettings; users: UserRepository; groups: Groups };

/** Adds a user to a group. Tokens contain the group from the next refresh. */
export const createAdminAddUserToGroup = (pool: Dependencies): Action =>
  defineUserAction(pool, requestSchema, ({ GroupName }, user) => {
    pool.groups.addMember(pool.groups.get(GroupName).name, user.sub);
    return {};
  });
