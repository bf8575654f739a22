import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startPostgres } from '../apps/api/test/support/start-postgres.ts';
import { reportTable } from './measure/results.ts';
import { runInterleaved } from './measure/rounds.ts';
import { spreadOf } from './measure/statistics.ts';
import { startApi } from './servers/api.ts';
import { startChildServer } from './servers/child-server.ts';
import { clientId, startLocalCognito } from './servers/local-cognito.ts';
import { signInByPassword } from './servers/password-sign-in.ts';
import { withFolder } from './servers/with-folder.ts';
import { measureFirstRequest } from './start/first-request.ts';
import { measureStart, type Start } from './start/start-server.ts';

const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '9' }, keep: { type: 'boolean', default: false } },
});
const rounds = Number(values.rounds);

const toRow = (name: string, starts: readonly Start[]): string[] => {
  const { minimum, median, maximum } = spreadOf(starts.map(({ milliseconds }) => milliseconds));
  const cpu = spreadOf(starts.map(({ cpuMilliseconds }) => cpuMilliseconds)).median;
  const memory = spreadOf(starts.map(({ residentMegabytes }) => residentMegabytes)).median;
  return [name, ...[minimum, median, maximum, cpu, memory].map((value) => value.toFixed(0))];
};

await withFolder(async (folder, stopLater) => {
  const database = stopLater(await startPostgres());
  const cognito = stopLater(await startLocalCognito(folder));
  const addresses = { databaseUrl: database.url, cognitoEndpoint: cognito.endpoint };
  const token = await signInByPassword(cognito.endpoint, clientId);
  const emptyServer = join(import.meta.dirname, 'start/empty-server.js');
  const contenders = {
    'an empty server of Node': async () => ({
      answer: await measureStart(() => startChildServer(emptyServer, [], { cwd: folder }), '/'),
    }),
    'the API': async () => ({ answer: await measureStart(() => startApi(addresses), '/healthz') }),
    'the Lambda function': () => measureFirstRequest(addresses, token),
  };
  const results = await runInterleaved<Record<string, Start>>(
    Object.entries(contenders).map(([name, measure]) => ({ name, measure })),
    rounds,
  );
  reportTable('start', {
    run: `${rounds} starts`,
    head: ['Milliseconds from the start of the process', 'min', 'median', 'max', 'CPU (ms)', 'RSS (MB)'],
    rows: results.flatMap(({ name, values }) =>
      Object.keys(values[0] ?? {}).map((stage) =>
        toRow(
          stage === 'answer' ? `${name}, first answer` : `${name}, ${stage}`,
          values.flatMap((value) => value[stage] ?? []),
        ),
      ),
    ),
    keep: values.keep,
  });
});
