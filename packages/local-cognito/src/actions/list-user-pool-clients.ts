import { z } from 'zod';
import type { Action } from '../aws-json/action.ts';
import type { PoolSettings } from '../settings/pool-settings.ts';
import { definePoolAction } from './admin-action.ts';
import { userPoolId } from './request-fields.ts';

const requestSchema = z.object({ UserPoolId: userPoolId });

/** Lists the clients of the pool on a single page. */
export const createListUserPoolClients = (pool: { settings: PoolSettings }): Action =>
  definePoolAction(pool, requestSchema, ({ UserPoolId }) => ({
    UserPoolClients: pool.settings.clients.map(({ clientId, clientName }) => ({
      ClientId: clientId,
      ClientName: clientName,
      UserPoolId,
    })),
  }));
