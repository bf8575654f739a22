import { enableCompileCache } from 'node:module';
import { setTimeout as delay } from 'node:timers/promises';
import { runScript } from './command-line/run-script.ts';
import { origins } from './dev/local-aws.ts';
import { assertPortsAreFree } from './dev/ports.ts';
import { createProcessGroup } from './dev/process-group.ts';
import { untilUsable } from './dev/readiness.ts';
import { reset } from './dev/reset.ts';
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
  ShareMyFiles runs on this machine only.

    App      ${web}
    Mailbox  ${cognito}/mailbox   (confirmation codes and invitations arrive here)

  State is kept in ${settings.dataDirectory}; "pnpm dev --reset" empties it. Ctrl-C stops everything.

`);
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
  const signalled = new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve());
  });
  try {
    for (const service of services(settings)) group.start(service);
    const started = untilUsable(settings).then(() => {
      isRunning = true;
      announce(settings);
    });
    await Promise.race([Promise.race([started, giveUp()]).then(() => signalled), signalled, failed.promise]);
  } finally {
    await group.stop();
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
