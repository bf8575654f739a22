import { enableCompileCache } from 'node:module';
import { setTimeout as delay } from 'node:timers/promises';
import { corsRuleFor, ensureBucket } from './dev/bucket.ts';
import { identityPool } from './dev/identity-pool.ts';
import { assertPortsAreFree, isPortInUse } from './dev/ports.ts';
import { createProcessGroup } from './dev/process-group.ts';
import { reset } from './dev/reset.ts';
import { bucket, compileCacheDirectory, credentials, origins, region, services } from './dev/services.ts';
import { parseSettings, type Settings } from './dev/settings.ts';

// Before anything large is imported.
enableCompileCache(compileCacheDirectory);

const until = async (condition: () => Promise<boolean>): Promise<void> => {
  while (!(await condition())) await delay(50);
};

const answers = (url: string) => (): Promise<boolean> =>
  fetch(url, { signal: AbortSignal.timeout(5_000) }).then(
    (response) => response.ok,
    () => false,
  );

const prepareStorage = async (settings: Settings): Promise<void> => {
  const { web, s3 } = origins(settings);
  await until(() => isPortInUse(settings.ports.s3));
  const shared = { endpoint: s3, region, credentials };
  await ensureBucket({ ...shared, name: bucket, corsRule: corsRuleFor(web, ['GET', 'PUT']) });
  const pictureRule = corsRuleFor(web, ['GET', 'PUT', 'DELETE']);
  await ensureBucket({ ...shared, name: identityPool.bucket, corsRule: pictureRule });
};

const waitUntilUsable = async (settings: Settings): Promise<void> => {
  const { web, api } = origins(settings);
  await Promise.all([
    Promise.all([prepareStorage(settings), until(answers(`${api}/healthz`))]).then(() =>
      until(answers(`${api}/readyz`)),
    ),
    until(answers(web)),
  ]);
};

const startMilliseconds = 120_000;

const giveUp = async (): Promise<never> => {
  await delay(startMilliseconds, undefined, { ref: false });
  throw new Error('The servers are not ready after two minutes; look above for the reason.');
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

/** Runs until a signal comes; rejects if a server ends, or when not all of them get ready. */
const run = async (settings: Settings): Promise<void> => {
  const failed = Promise.withResolvers<never>();
  let isRunning = false;
  const group = createProcessGroup({
    onUnexpectedExit: (name) => failed.reject(new Error(`${name} has ended; the others were stopped.`)),
    // Once all is running, whoever broke a file while editing will mend it.
    onFailure: (name) => {
      if (!isRunning) failed.reject(new Error(`${name} does not start; the others were stopped.`));
    },
  });
  const signalled = new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve());
  });
  try {
    for (const service of services(settings)) group.start(service);
    const started = waitUntilUsable(settings).then(() => {
      isRunning = true;
      announce(settings);
    });
    await Promise.race([Promise.race([started, giveUp()]).then(() => signalled), signalled, failed.promise]);
  } finally {
    await group.stop();
  }
};

const main = async (): Promise<void> => {
  const settings = parseSettings(process.argv.slice(2));
  await assertPortsAreFree(settings.ports);
  if (settings.reset) await reset(settings.dataDirectory);
  await run(settings);
};

main().then(
  () => process.exit(0),
  (error: unknown) => {
    process.stderr.write(`\n${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  },
);
