import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { describeMachine } from './measure/machine.ts';
import { keepResults, toTable } from './measure/results.ts';
import { type Bounds, measureInterleaved } from './measure/rounds.ts';
import { startCognitoLocal } from './sign-in/cognito-local.ts';
import { startLocalCognito } from './sign-in/local-cognito.ts';

type Server = Awaited<ReturnType<typeof startLocalCognito>>;

const describeRun = ({ rounds, workPerRound, secondsPerRound, concurrency }: Bounds): string =>
  `${rounds} rounds of at most ${workPerRound} sign-ins and ${secondsPerRound} s, ${concurrency} at a time`;

const run = async (): Promise<void> => {
  const { values } = parseArgs({
    options: {
      rounds: { type: 'string', default: '7' },
      'sign-ins': { type: 'string', default: '100' },
      seconds: { type: 'string', default: '10' },
      concurrency: { type: 'string', default: '4' },
      keep: { type: 'boolean', default: false },
    },
  });
  const bounds = {
    rounds: Number(values.rounds),
    workPerRound: Number(values['sign-ins']),
    secondsPerRound: Number(values.seconds),
    concurrency: Number(values.concurrency),
  };
  const folder = mkdtempSync(join(tmpdir(), 'share-my-files-bench-'));
  const servers: Server[] = [];
  try {
    for (const start of [startLocalCognito, startCognitoLocal]) servers.push(await start(folder));
    const contenders = servers.flatMap((server) => server.contenders);
    const table = toTable('Sign-ins', await measureInterleaved(contenders, bounds));
    const date = new Date().toISOString().slice(0, 10);
    const results = `${date}: ${describeRun(bounds)}.\n${describeMachine()}.\n\n${table}`;
    process.stdout.write(`${results}\n`);
    if (values.keep) keepResults('sign-in', results);
  } finally {
    for (const { stop } of servers) await stop();
    rmSync(folder, { recursive: true, force: true });
  }
};

await run();
