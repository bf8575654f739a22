import { z } from 'zod';
import type { Action } from '../aws-json/action.ts';
import type { FindClient } from '../clients/find-client.ts';
import type { PoolSettings } from '../settings/pool-settings.ts';
import { assertTracked } from '../user-sessions/assert-tracked.ts';
import { definePoolAction } from './admin-action.ts';
import { clientId, userPoolId } from './request-fields.ts';
import { describeClientSessions } from './session-configuration.ts';

const requestSchema = z.object({
  UserPoolId: userPoolId,
  ClientId: clientId,
  SSOSession: z.object({ MaxValidityMinutes: z.int().min(0).max(129_600) }),
});

type Dependencies = { settings: PoolSettings; findClient: FindClient };

/** Sets how long a client may reuse an SSO session, until the server stops. */
export const createSetUserPoolClientSessionConfiguration = (pool: Dependencies): Action =>
  definePoolAction(pool, requestSchema, ({ ClientId, SSOSession }) => {
    const client = pool.findClient(ClientId);
    assertTracked(pool.settings);
    client.ssoSession.maxValidityMinutes = SSOSession.MaxValidityMinutes;
    return describeClientSessions(pool.settings, client);
  });
