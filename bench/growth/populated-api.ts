import { seedStatements } from '../../apps/api/test/support/seed-rows.ts';
import { type HttpRequest, withConnections } from '../measure/request-rate.ts';
import { startApi } from '../servers/api.ts';
import { createDatabase, runStatements } from './databases.ts';
import { createRequests, prepareRequests } from './requests.ts';
import { countScannedRows, type ScannedRows } from './scanned-rows.ts';

type Servers = { serverUrl: string; cognitoEndpoint: string; authorization: string };

const readUserId = async (endpoint: string, authorization: string): Promise<string> => {
  const response = await fetch(`${endpoint}/api/me`, { headers: { authorization } });
  return ((await response.json()) as { id: string }).id;
};

/** Sends a request 20 times to an API of its own: its connections report what they read when they close. */
const countRows = (databaseUrl: string, cognitoEndpoint: string, { url, ...request }: HttpRequest) =>
  countScannedRows(databaseUrl, 20, async () => {
    const api = await startApi({ databaseUrl, cognitoEndpoint });
    const { pathname, search } = new URL(url);
    await withConnections({ ...request, url: api.endpoint + pathname + search }, 1, async (send) => {
      for (let sent = 0; sent < 20; sent += 1) await send();
    }).finally(api.stop);
  });

/** Starts the API on a database with this many items, and counts what each request reads. */
export const startPopulatedApi = async (
  { serverUrl, cognitoEndpoint, authorization }: Servers,
  itemCount: number,
) => {
  const database = await createDatabase(serverUrl, `items_${itemCount}`);
  const first = await startApi({ databaseUrl: database.url, cognitoEndpoint });
  const ownerId = await readUserId(first.endpoint, authorization).finally(first.stop);
  await runStatements(database.url, seedStatements({ itemCount, ownItemCount: 100, ownerId }));
  await prepareRequests(database.url, ownerId);

  const api = await startApi({ databaseUrl: database.url, cognitoEndpoint });
  const requests: { name: string; request: HttpRequest; scanned: ScannedRows }[] = [];
  for (const [name, request] of Object.entries(await createRequests(api.endpoint, authorization)))
    requests.push({ name, request, scanned: await countRows(database.url, cognitoEndpoint, request) });
  return {
    requests,
    stop: async (): Promise<void> => {
      await api.stop();
      await database.stop();
    },
  };
};
