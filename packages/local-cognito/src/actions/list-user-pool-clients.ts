import { z } from 'zod';
import type { Action } from '../aws-json/action.ts';
import type { PoolSettings } from '../settings/pool-settings.ts';
import { pageOf } from '../store/page.ts';
import { definePoolAction } from './admin-action.ts';
import { maxResults, pageToken, userPoolId } from './request-fields.ts';

const requestSchema = z.object({
  UserPoolId: userPoolId,
  MaxResults: maxResults.default(60),
  NextToken: pageToken,
  ClientType: z.enum(['REGULAR', 'DCR']).optional(),
});

/** Lists the clients of the pool by id. None was registered dynamically. */
export const createListUserPoolClients = (pool: { settings: PoolSettings }): Action =>
  definePoolAction(pool, requestSchema, ({ UserPoolId, MaxResults, NextToken, ClientType }) => {
    const clients = ClientType === 'DCR' ? [] : pool.settings.clients;
    const { items, next } = pageOf(clients, ({ clientId }) => clientId, {
      limit: MaxResults,
      token: NextToken,
    });
    return {
      UserPoolClients: items.map(({ clientId, clientName }) => ({
        ClientId: clientId,
        ClientName: clientName,
        UserPoolId,
      })),
      ...(next && { NextToken: next }),
    };
  });
