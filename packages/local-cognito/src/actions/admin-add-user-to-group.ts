import { z } from 'zod';
import type { Action } from '../aws-json/action.ts';
import type { UserPool } from '../composition/user-pool.ts';
import { defineUserAction } from './admin-action.ts';
import { readGroup } from './group-description.ts';
import { groupName, username, userPoolId } from './request-fields.ts';

const requestSchema = z.object({ UserPoolId: userPoolId, Username: username, GroupName: groupName });

type Dependencies = Pick<UserPool, 'settings' | 'users' | 'groups'>;

/** Puts a user into a group; the tokens say so from the next refresh on. */
export const createAdminAddUserToGroup = (pool: Dependencies): Action =>
  defineUserAction(pool, requestSchema, ({ GroupName }, user) => {
    pool.groups.addMember(readGroup(pool, GroupName).name, user.sub);
    return {};
  });
