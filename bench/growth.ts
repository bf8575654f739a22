import { parseArgs } from 'node:util';
import { startPostgres } from '../apps/api/test/support/start-postgres.ts';
import { startPopulatedApi } from './growth/populated-api.ts';
import { requestTimes } from './measure/request-rate.ts';
import { reportTable } from './measure/results.ts';
import { runInterleaved } from './measure/rounds.ts';
import { quantileOf } from './measure/statistics.ts';
import { clientId, startLocalCognito } from './servers/local-cognito.ts';
import { signInByPassword } from './servers/password-sign-in.ts';
import { withFolder } from './servers/with-folder.ts';

const { values } = parseArgs({
  options: {
    items: { type: 'string', default: '1000,100000,5000000' },
    rounds: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '2' },
    connections: { type: 'string', default: '4' },
    keep: { type: 'boolean', default: false },
  },
});
const rounds = Number(values.rounds);
const load = { connections: Number(values.connections), seconds: Number(values.seconds) };

await withFolder(async (folder, stopLater) => {
  const { url: serverUrl } = stopLater(await startPostgres());
  const { endpoint: cognitoEndpoint } = stopLater(await startLocalCognito(folder));
  const authorization = `Bearer ${await signInByPassword(cognitoEndpoint, clientId)}`;
  const contenders = [];
  for (const itemCount of values.items.split(',').map(Number)) {
    const api = stopLater(await startPopulatedApi({ serverUrl, cognitoEndpoint, authorization }, itemCount));
    for (const { name, request, scanned } of api.requests)
      contenders.push({
        name,
        itemCount,
        scanned,
        measure: () => requestTimes(request, load),
      });
  }
  const results = await runInterleaved(contenders, rounds);
  const rows = contenders.map(({ name, itemCount, scanned }, index) => {
    const times = results[index]?.values.flat() ?? [];
    return [
      name,
      itemCount.toLocaleString('en'),
      ...[0.5, 0.99].map((part) => quantileOf(times, part).toFixed(1)),
      String(scanned.rows),
      scanned.sequentiallyScanned.join(', ') || 'none',
    ];
  });
  reportTable('growth', {
    run: `${rounds} rounds of ${load.seconds} s, ${load.connections} connections`,
    head: ['Request', 'items', 'p50 (ms)', 'p99 (ms)', 'rows read', 'sequential scans'],
    rows: [...Map.groupBy(rows, ([name]) => name).values()].flat(),
    keep: values.keep,
  });
});
