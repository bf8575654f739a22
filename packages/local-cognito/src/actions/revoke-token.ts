import { z } from 'zod';
import { type Action, defineAction } from '../aws-json/action.ts';
import { assertClientSecret } from '../clients/client-secret.ts';
import type { FindClient } from '../clients/find-client.ts';
import { CognitoError } from '../errors.ts';
import { isJsonWebToken } from '../tokens/is-json-web-token.ts';
import type { Sessions } from '../tokens/sessions.ts';
import { clientId, token } from './request-fields.ts';

const requestSchema = z.object({
  ClientId: clientId,
  ClientSecret: z.string().optional(),
  Token: token,
});

/** Ends the session of a refresh token. Other sessions of the user continue. */
export const createRevokeToken = ({
  findClient,
  sessions,
}: {
  findClient: FindClient;
  sessions: Sessions;
}): Action =>
  defineAction(requestSchema, ({ ClientId, ClientSecret, Token }) => {
    const client = findClient(ClientId);
    assertClientSecret(client, ClientSecret);
    if (isJsonWebToken(Token)) {
      throw new CognitoError('UnsupportedTokenTypeException', 'Only refresh tokens can be revoked.');
    }
    sessions.revoke(client, Token);
    return {};
  });
