import { z } from 'zod';
import type { Action } from '../aws-json/action.ts';
import type { FindClient } from '../clients/find-client.ts';
import type { PoolSettings } from '../settings/pool-settings.ts';
import { definePoolAction } from './admin-action.ts';
import { clientId, userPoolId } from './request-fields.ts';
import { describeClientSessions } from './session-configuration.ts';

const requestSchema = z.object({ UserPoolId: userPoolId, ClientId: clientId });

type Dependencies = { settings: PoolSettings; findClient: FindClient };

/** Returns how long a client may reuse an SSO session. */
export const createGetUserPoolClientSessionConfiguration = (pool: Dependencies): Action =>
  definePoolAction(pool, requestSchema, ({ ClientId }) =>
    describeClientSessions(pool.settings, pool.findClient(ClientId)),
  );
