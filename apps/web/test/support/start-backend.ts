import { inject } from 'vitest';
import { createApiClient } from '../../src/lib/api-client.ts';
import { createUser, type TestUser } from './create-user.ts';
import { type FaultProxy, startFaultProxy } from './fault-proxy.ts';
import { pageOrigin } from './settings.ts';

// In production, page and API have one origin; in jsdom, no server can have the origin of the page.
const allowPage = {
  'access-control-allow-origin': pageOrigin,
  'access-control-allow-methods': 'GET, POST, PUT, PATCH, DELETE',
  'access-control-allow-headers': 'authorization, content-type',
};

/** Starts a proxy in front of the API, whose presigned URLs lead through the proxy of the storage. */
export const startApiProxy = async (storage?: FaultProxy): Promise<FaultProxy> => {
  const { apiOrigin, s3Endpoint } = inject('servers');
  return await startFaultProxy(apiOrigin, ({ status, headers, body = '' }, { method }) => ({
    status: method === 'OPTIONS' ? 204 : status,
    headers: { ...headers, ...allowPage },
    body: String(body).replaceAll(s3Endpoint, storage?.origin ?? s3Endpoint),
  }));
};

/** Creates the client of a page in which the user is signed in. */
export const createClientOf = ({ accessToken }: TestUser, { origin }: FaultProxy) => {
  const token = async () => accessToken;
  return createApiClient({
    origin,
    session: {
      accessToken: token,
      renewAccessToken: token,
      signInAgain: async () => undefined,
      proveIdentity: async () => undefined,
      closeAccount: async () => undefined,
    },
  });
};

/** Gives one test a signed-in user, and proxies in front of the real API and the real storage. */
export const startBackend = async () => {
  const storage = await startFaultProxy(inject('servers').s3Endpoint);
  const [user, api] = await Promise.all([createUser(), startApiProxy(storage)]);
  const client = createClientOf(user, api);
  return { user, api, storage, client };
};

export type Backend = Awaited<ReturnType<typeof startBackend>>;
