import { enableCompileCache } from 'node:module';
import { setTimeout as delay } from 'node:timers/promises';
import { productName } from '@share-my-files/contract';
import { pnpm } from './command-line/pnpm-command.ts';
import { runScript } from './command-line/run-script.ts';
import { seedDemo } from './demo/seed-demo.ts';
import { origins } from './dev/local-aws.ts';
import { assertPortsAreFree } from './dev/ports.ts';
import type { Service } from './dev/process-group.ts';
import { createProcessGroup } from './dev/process-group.ts';
import { untilListening, untilUsable } from './dev/readiness.ts';
import { reset } from './dev/reset.ts';
import { recordRun } from './dev/run-record.ts';
import { compileCacheDirectory, services } from './dev/services.ts';
import { devUsage, parseSettings, type Settings } from './dev/settings.ts';

// Before anything large is imported.
enableCompileCache(compileCacheDirectory);

const startMilliseconds = 120_000;

const giveUp = async (): Promise<never> => {
  await delay(startMilliseconds, undefined, { ref: false });
  throw new Error('The servers are not ready after two minutes. The reason is in the output above.');
};

const announce = (settings: Settings): void => {
  const { web, cognito } = origins(settings);
  process.stdout.write(`
  ${productName} runs on this machine only.

    App      ${web}
    Mailbox  ${cognito}/mailbox   (confirmation codes and invitations arrive here)

  State is kept in ${settings.dataDirectory}; "${pnpm} dev --reset" empties it. Ctrl-C stops everything.

`);
};

const startServers = async (settings: Settings, start: (service: Service) => void): Promise<void> => {
  const names = services(settings).map(({ name }) => name);
  process.stdout.write(`\n  Starting ${names.join(', ')}. The first start takes up to a minute.\n\n`);
  for (const service of services(settings)) {
    if (service.startsAfterPort !== undefined) await untilListening(service.startsAfterPort);
    start(service);
  }
};

/** Runs until a signal arrives. Rejects if a server exits, or if one does not become ready. */
const run = async (settings: Settings): Promise<void> => {
  const failed = Promise.withResolvers<never>();
  let isRunning = false;
  const group = createProcessGroup({
    onUnexpectedExit: (name) => failed.reject(new Error(`${name} has exited; the others were stopped.`)),
    // Later failures come from edited files, and the next edit fixes them.
    onFailure: (name) => {
      if (!isRunning) failed.reject(new Error(`${name} does not start; the others were stopped.`));
    },
  });
  const forgetRun = recordRun(settings);
  const signalled = new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve());
  });
  try {
    const started = startServers(settings, group.start).then(async () => {
      await untilUsable(settings);
      if (settings.demo) await seedDemo(settings);
      isRunning = true;
      announce(settings);
    });
    await Promise.race([Promise.race([started, giveUp()]).then(() => signalled), signalled, failed.promise]);
  } finally {
    await group.stop();
    forgetRun();
  }
};

const main = async (args: string[]): Promise<void> => {
  const settings = parseSettings(args);
  await assertPortsAreFree(settings.ports);
  if (settings.reset) await reset(settings.dataDirectory);
  await run(settings);
};

// Pending readiness checks must not keep this process alive.
await runScript(devUsage, main).finally(() => process.exit());
