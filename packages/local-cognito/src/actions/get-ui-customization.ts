import { z } from 'zod';
import type { Action } from '../aws-json/action.ts';
import type { FindClient } from '../clients/find-client.ts';
import type { PoolSettings } from '../settings/pool-settings.ts';
import { definePoolAction } from './admin-action.ts';
import { clientId, userPoolId } from './request-fields.ts';

const requestSchema = z.object({ UserPoolId: userPoolId, ClientId: clientId.optional() });

type Dependencies = { settings: PoolSettings; findClient: FindClient };

/** Returns nothing: there are no sign-in pages to customize. */
export const createGetUiCustomization = (pool: Dependencies): Action =>
  definePoolAction(pool, requestSchema, ({ ClientId }) => {
    if (ClientId !== undefined) pool.findClient(ClientId);
    return { UICustomization: {} };
  });
