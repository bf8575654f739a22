import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { parsePeer } from './api/peers.ts';
import { seedItems } from './api/seed-items.ts';
import { type HttpRequest, requestRate } from './measure/request-rate.ts';
import { reportResults } from './measure/results.ts';
import { measureInterleaved } from './measure/rounds.ts';
import { startChildServer } from './servers/child-server.ts';
import { startSignedInApi } from './servers/signed-in-api.ts';
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
  const { databaseUrl, endpoint, headers, userId } = await startSignedInApi(folder, stopLater);
  await seedItems(databaseUrl, userId, Number(values.items));
  const bareServer = join(import.meta.dirname, 'api/bare-server.ts');
  const bare = stopLater(await startChildServer(bareServer, [databaseUrl, userId], { cwd: folder }));

  const requests: Record<string, HttpRequest> = {
    'bare Express, no statement': { url: `${bare.endpoint}/hello` },
    'a refused query, after authentication': {
      url: `${endpoint}/api/items?limit=0`,
      headers,
      status: 400,
    },
    'bare Express, one row by its key': { url: `${bare.endpoint}/me` },
    'GET /me': { url: `${endpoint}/api/me`, headers },
    'bare Express, the same statement': { url: `${bare.endpoint}/items` },
    [list]: { url: `${endpoint}/api/items?limit=50`, headers },
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
