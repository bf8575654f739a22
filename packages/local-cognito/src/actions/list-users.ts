import { z } from 'zod';
import type { Action } from '../aws-json/action.ts';
import type { PoolSettings } from '../settings/pool-settings.ts';
import { attributeName } from '../users/attribute-schema.ts';
import { parseUserFilter } from '../users/user-filter.ts';
import type { UserRepository } from '../users/user-repository.ts';
import { definePoolAction } from './admin-action.ts';
import { limit, pageToken, userPoolId } from './request-fields.ts';
import { toUserType, withAttributes } from './user-description.ts';

const requestSchema = z.object({
  UserPoolId: userPoolId,
  AttributesToGet: z.array(attributeName).default([]),
  Filter: z.string().max(256).default(''),
  Limit: limit,
  PaginationToken: pageToken,
});

type Dependencies = { settings: PoolSettings; users: UserRepository };

/** Lists the users that match the filter, with all or some attributes. */
export const createListUsers = (pool: Dependencies): Action =>
  definePoolAction(pool, requestSchema, ({ AttributesToGet, Filter, Limit, PaginationToken }) => {
    const page = pool.users.list(parseUserFilter(Filter), { limit: Limit, token: PaginationToken });
    const Users = page.items.map(toUserType).map((user) => withAttributes(user, AttributesToGet));
    return { Users, ...(page.next && { PaginationToken: page.next }) };
  });
