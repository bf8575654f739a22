import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startPostgres } from '../apps/api/test/support/start-postgres.ts';
import { parsePeer } from './api/peers.ts';
import { seedItems } from './api/seed-items.ts';
import { type HttpRequest, requestRate } from './measure/request-rate.ts';
import { reportResults } from './measure/results.ts';
import { measureInterleaved } from './measure/rounds.ts';
import { startApi } from './servers/api.ts';
import { startChildServer } from './servers/child-server.ts';
import { clientId, startLocalCognito } from './servers/local-cognito.ts';
import { signInByPassword } from './servers/password-sign-in.ts';
import { withFolder } from './servers/with-folder.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rounds: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '4' },
    connections: { type: 'string', default: '16' },
    items: { type: 'string', default: '10000' },
    keep: { type: 'boolean', default: false },
  },
});
const rounds = Number(values.rounds);
const load = { connections: Number(values.connections), seconds: Number(values.seconds) };

const list = `GET /items, 50 of an account with ${Number(values.items).toLocaleString('en')}`;

const comparisons = {
  [list]: 'bare Express, the same statement',
  'GET /me': 'bare Express, one row by its key',
  'a refused query, after authentication': 'bare Express, no statement',
};

await withFolder(async (folder, stopLater) => {
  const database = stopLater(await startPostgres());
  const cognito = stopLater(await startLocalCognito(folder));
  const api = stopLater(await startApi({ databaseUrl: database.url, cognitoEndpoint: cognito.endpoint }));
  const headers = { authorization: `Bearer ${await signInByPassword(cognito.endpoint, clientId)}` };
  const me = await fetch(`${api.endpoint}/api/me`, { headers });
  const { id } = (await me.json()) as { id: string };
  await seedItems(database.url, id, Number(values.items));
  const bareServer = join(import.meta.dirname, 'api/bare-server.ts');
  const bare = stopLater(await startChildServer(bareServer, [database.url, id], { cwd: folder }));

  const requests: Record<string, HttpRequest> = {
    'bare Express, no statement': { url: `${bare.endpoint}/hello` },
    'a refused query, after authentication': {
      url: `${api.endpoint}/api/items?limit=0`,
      headers,
      status: 400,
    },
    'bare Express, one row by its key': { url: `${bare.endpoint}/me` },
    'GET /me': { url: `${api.endpoint}/api/me`, headers },
    'bare Express, the same statement': { url: `${bare.endpoint}/items` },
    [list]: { url: `${api.endpoint}/api/items?limit=50`, headers },
    ...Object.fromEntries(positionals.map(parsePeer)),
  };
  const contenders = Object.entries(requests).map(([name, request]) => ({
    name,
    measure: () => requestRate(request, load),
  }));
  const results = await measureInterleaved(contenders, rounds);
  const run = `${rounds} rounds of ${load.seconds} s, ${load.connections} connections`;
  reportResults('api', { unit: 'Requests', run, results, comparisons, keep: values.keep });
});
