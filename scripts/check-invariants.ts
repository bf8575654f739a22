import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { startLocalS3 } from '@share-my-files/local-s3';
import { parseOptions } from './command-line/options.ts';
import { pnpm } from './command-line/pnpm-command.ts';
import { runScript } from './command-line/run-script.ts';
import { usageOf } from './command-line/usage.ts';
import { localEnvironment } from './dev/environment.ts';
import { credentials, region } from './dev/local-aws.ts';
import { findRun } from './dev/run-record.ts';
import { apiEnvironment } from './dev/services.ts';
import { devOptions, type Settings, toSettings } from './dev/settings.ts';

const api = resolve(import.meta.dirname, '../apps/api');

const options = { data: devOptions.data, 'database-url': devOptions['database-url'] };

const usage = usageOf({
  name: `${pnpm} check-invariants`,
  summary: `Compares the rows, objects and quotas of "${pnpm} dev" while it is stopped. Only reads.`,
  options,
});

const assertCanOpen = ({ dataDirectory, databaseUrl }: Settings): void => {
  if (findRun(dataDirectory)) {
    throw new Error(
      `"${pnpm} dev" is running on ${dataDirectory}. Stop it first: two processes cannot open the data.`,
    );
  }
  const needed = databaseUrl === undefined ? ['db', 's3'] : ['s3'];
  if (needed.every((name) => existsSync(join(dataDirectory, name)))) return;
  throw new Error(`There is no data in ${dataDirectory}. "${pnpm} dev" creates it.`);
};

const check = async (settings: Settings): Promise<void> => {
  const child = spawn(process.execPath, ['src/invariants/main.ts'], {
    cwd: api,
    env: { ...localEnvironment(), ...apiEnvironment(settings) },
    stdio: 'inherit',
  });
  const [code] = await once(child, 'exit');
  process.exitCode = code ?? 1;
};

const main = async (args: string[]): Promise<void> => {
  const settings = toSettings({ ...parseOptions(devOptions, []), ...parseOptions(options, args) });
  assertCanOpen(settings);
  const s3 = await startLocalS3({ dataDirectory: join(settings.dataDirectory, 's3'), credentials, region });
  const ports = { ...settings.ports, s3: Number(new URL(s3.endpoint).port) };
  await check({ ...settings, ports }).finally(() => s3.close());
};

await runScript(usage, main);
