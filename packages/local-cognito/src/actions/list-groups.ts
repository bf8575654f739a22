import { z } from 'zod';
import type { Action } from '../aws-json/action.ts';
import type { Groups } from '../groups/groups.ts';
import type { PoolSettings } from '../settings/pool-settings.ts';
import { definePoolAction } from './admin-action.ts';
import { toGroupType } from './group-description.ts';
import { limit, pageToken, userPoolId } from './request-fields.ts';

const requestSchema = z.object({ UserPoolId: userPoolId, Limit: limit, NextToken: pageToken });

type Dependencies = { settings: PoolSettings; groups: Groups };

/** Lists the groups by name. */
export const createListGroups = (pool: Dependencies): Action =>
  definePoolAction(pool, requestSchema, ({ Limit, NextToken }) => {
    const { items, next } = pool.groups.list({ limit: Limit, token: NextToken });
    return { Groups: items.map((group) => toGroupType(pool, group)), ...(next && { NextToken: next }) };
  });
