import { createHmac } from 'node:crypto';
import { isEqualTimingSafe } from '@share-my-files/local-server';
import { notAuthorized } from '../errors.ts';
import type { UserPoolClient } from '../settings/client-settings.ts';

/**
 * Throws NotAuthorizedException unless a confidential client proves its secret by a hash over the requested
 * user name: "Computing secret hash values" in the developer guide.
 */
export const assertSecretHash = (
  { clientId, clientSecret }: UserPoolClient,
  username: string,
  hash: string | undefined,
): void => {
  if (clientSecret === undefined) return;
  if (hash === undefined) {
    throw notAuthorized(`Client ${clientId} is configured with secret but SECRET_HASH was not received`);
  }
  const expected = createHmac('sha256', clientSecret)
    .update(username + clientId, 'utf8')
    .digest('base64');
  if (!isEqualTimingSafe(expected, hash)) {
    throw notAuthorized(`Unable to verify secret hash for client ${clientId}`);
  }
};

/** Throws NotAuthorizedException unless a confidential client sends its secret. */
export const assertClientSecret = (
  { clientId, clientSecret }: UserPoolClient,
  secret: string | undefined,
): void => {
  if (clientSecret === undefined) return;
  if (secret === undefined || !isEqualTimingSafe(clientSecret, secret)) {
    throw notAuthorized(`Unable to verify secret for client ${clientId}`);
  }
};
