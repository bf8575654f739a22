import { z } from 'zod';
import type { Action } from '../action.ts';
import { definePoolAction } from '../admin-action.ts';
import type { UserPool } from '../user-pool.ts';
import { attributeName } from '../users/attribute-schema.ts';
import { toUserType, withAttributes } from '../users/user-description.ts';
import { parseUserFilter } from '../users/user-filter.ts';
import { limit, pageToken, userPoolId } from './request-fields.ts';

const requestSchema = z.object({
  UserPoolId: userPoolId,
  AttributesToGet: z.array(attributeName).default([]),
  Filter: z.string().max(256).default(''),
  Limit: limit,
  PaginationToken: pageToken,
});

type Dependencies = Pick<UserPool, 'settings' | 'users'>;

/** Lists the users that the filter lets through, all or some of their attributes. */
export const createListUsers = (pool: Dependencies): Action =>
  definePoolAction(pool, requestSchema, ({ AttributesToGet, Filter, Limit, PaginationToken }) => {
    const page = pool.users.list(parseUserFilter(Filter), { limit: Limit, token: PaginationToken });
    const Users = page.items.map(toUserType).map((user) => withAttributes(user, AttributesToGet));
    return { Users, ...(page.next && { PaginationToken: page.next }) };
  });
