import type { IncomingMessage } from 'node:http';
import { isEqualTimingSafe } from '@share-my-files/local-server';
import type { UserPoolClient } from '../settings/client-settings.ts';
import type { PoolSettings } from '../settings/pool-settings.ts';
import { OAuthError } from './oauth-error.ts';
import type { OAuthParameters } from './oauth-parameters.ts';

type Credentials = { id: string | undefined; secret: string | undefined };

const refused = () => new OAuthError('invalid_client', 'Client authentication failed.');

const decodePart = (part: string): string => {
  try {
    return decodeURIComponent(part.replaceAll('+', ' '));
  } catch {
    throw refused();
  }
};

// RFC 6749, section 2.3.1: both halves are form-encoded before they are joined.
const readBasic = (authorization: string): Credentials => {
  const encoded = /^Basic +([A-Za-z0-9+/]+=*)$/i.exec(authorization)?.[1];
  const text = Buffer.from(encoded ?? '', 'base64').toString('utf8');
  const colon = text.indexOf(':');
  if (colon < 1) throw refused();
  return { id: decodePart(text.slice(0, colon)), secret: decodePart(text.slice(colon + 1)) };
};

const readCredentials = ({ headers }: IncomingMessage, form: OAuthParameters): Credentials => {
  if (headers.authorization === undefined) return { id: form.client_id, secret: form.client_secret };
  const basic = readBasic(headers.authorization);
  if (form.client_secret !== undefined || (form.client_id ?? basic.id) !== basic.id) {
    throw new OAuthError('invalid_request', 'The client authenticates in more than one way.');
  }
  return basic;
};

/**
 * Authenticates the client of a form by `client_secret_basic`, `client_secret_post` or, without a secret, by
 * its id. Throws invalid_client.
 */
export const authenticateClient = (
  { clients }: Pick<PoolSettings, 'clients'>,
  request: IncomingMessage,
  form: OAuthParameters,
): UserPoolClient => {
  const { id, secret } = readCredentials(request, form);
  if (id === undefined) throw new OAuthError('invalid_request', 'client_id is missing.');
  const client = clients.find(({ clientId }) => clientId === id);
  if (client === undefined) throw refused();
  if (!isEqualTimingSafe(client.clientSecret ?? '', secret ?? '')) throw refused();
  return client;
};
