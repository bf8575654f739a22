import { z } from 'zod';
import { type Action, defineAction } from '../aws-json/action.ts';
import { assertClientSecret } from '../clients/client-secret.ts';
import type { FindClient } from '../clients/find-client.ts';
import type { Sessions } from '../tokens/sessions.ts';
import { clientId, deviceKey, token } from './request-fields.ts';

const requestSchema = z.object({
  ClientId: clientId,
  ClientSecret: z.string().optional(),
  RefreshToken: token,
  DeviceKey: deviceKey.optional(),
});

/** Exchanges a refresh token for new tokens. */
export const createGetTokensFromRefreshToken = ({
  findClient,
  sessions,
}: {
  findClient: FindClient;
  sessions: Sessions;
}): Action =>
  defineAction(requestSchema, async ({ ClientId, ClientSecret, RefreshToken, DeviceKey }) => {
    const client = findClient(ClientId);
    assertClientSecret(client, ClientSecret);
    return { AuthenticationResult: await sessions.refresh(client, RefreshToken, DeviceKey) };
  });
