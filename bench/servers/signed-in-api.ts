import { startPostgres } from '../../apps/api/test/support/start-postgres.ts';
import { startApi } from './api.ts';
import { clientId, startLocalCognito } from './local-cognito.ts';
import { signInByPassword } from './password-sign-in.ts';
import type { withFolder } from './with-folder.ts';

type StopLater = Parameters<Parameters<typeof withFolder>[0]>[1];

/** Starts the API with a PostgreSQL and a local-cognito of its own, and signs its user in. */
export const startSignedInApi = async (folder: string, stopLater: StopLater) => {
  const { url: databaseUrl } = stopLater(await startPostgres());
  const cognito = stopLater(await startLocalCognito(folder));
  const api = stopLater(await startApi({ databaseUrl, cognitoEndpoint: cognito.endpoint }));
  const headers = { authorization: `Bearer ${await signInByPassword(cognito.endpoint, clientId)}` };
  const me = await fetch(`${api.endpoint}/api/me`, { headers });
  const { id: userId } = (await me.json()) as { id: string };
  return { databaseUrl, endpoint: api.endpoint, headers, userId };
};
