import { z } from 'zod';
import type { Action } from '../aws-json/action.ts';
import type { PoolSettings } from '../settings/pool-settings.ts';
import { pageOf } from '../store/page.ts';
import { definePoolAction } from './admin-action.ts';
import { maxResults, pageToken, userPoolId } from './request-fields.ts';
import { describeResourceServer } from './resource-server-description.ts';

const requestSchema = z.object({
  UserPoolId: userPoolId,
  MaxResults: maxResults.max(50).default(50),
  NextToken: pageToken,
});

/** Lists the resource servers by identifier. */
export const createListResourceServers = ({ settings }: { settings: PoolSettings }): Action =>
  definePoolAction({ settings }, requestSchema, ({ MaxResults, NextToken }) => {
    const { items, next } = pageOf(settings.resourceServers, ({ identifier }) => identifier, {
      limit: MaxResults,
      token: NextToken,
    });
    return {
      ResourceServers: items.map((server) => describeResourceServer(settings, server)),
      ...(next && { NextToken: next }),
    };
  });
