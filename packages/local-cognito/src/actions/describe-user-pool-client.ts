import { z } from 'zod';
import type { Action } from '../aws-json/action.ts';
import type { FindClient } from '../clients/find-client.ts';
import type { PoolSettings } from '../settings/pool-settings.ts';
import { definePoolAction } from './admin-action.ts';
import { describeClient } from './pool-description.ts';
import { clientId, userPoolId } from './request-fields.ts';

const requestSchema = z.object({ UserPoolId: userPoolId, ClientId: clientId });

type Dependencies = { settings: PoolSettings; findClient: FindClient };

/** Returns the settings of a client. */
export const createDescribeUserPoolClient = (pool: Dependencies): Action =>
  definePoolAction(pool, requestSchema, ({ ClientId }) => {
    return { UserPoolClient: describeClient(pool.settings, pool.findClient(ClientId)) };
  });
