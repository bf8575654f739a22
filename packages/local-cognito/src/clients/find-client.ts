import { resourceNotFound } from '../errors.ts';
import type { UserPoolClient } from '../settings/client-settings.ts';
import type { PoolSettings } from '../settings/pool-settings.ts';

/** Returns an app client by its id. Throws ResourceNotFoundException. */
export type FindClient = (clientId: string) => UserPoolClient;

/** Looks clients up in the pool's settings. */
export const createFindClient =
  ({ clients }: Pick<PoolSettings, 'clients'>): FindClient =>
  (id) => {
    const client = clients.find(({ clientId }) => clientId === id);
    if (client === undefined) throw resourceNotFound(`User pool client ${id} does not exist.`);
    return client;
  };
