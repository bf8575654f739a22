import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { ensureBucket } from './dev/bucket.ts';
import { assertPortsAreFree, isPortInUse } from './dev/ports.ts';
import { createProcessGroup } from './dev/process-group.ts';
import { bucket, credentials, origins, region, services } from './dev/services.ts';
import { parseSettings, type Settings } from './dev/settings.ts';

const until = async (condition: () => Promise<boolean>): Promise<void> => {
  while (!(await condition())) await delay(100);
};

const answers = (url: string) => (): Promise<boolean> =>
  fetch(url).then(
    (response) => response.ok,
    () => false,
  );

const waitUntilUsable = async (settings: Settings): Promise<void> => {
  const { web, api, s3 } = origins(settings);
  await until(() => isPortInUse(settings.ports.s3));
  await ensureBucket({ endpoint: s3, region, credentials, name: bucket, siteOrigin: web });
  await until(answers(`${api}/readyz`));
  await until(answers(web));
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

/** Removes only what the servers have made: the folder itself may be anybody's. */
const reset = async (dataDirectory: string): Promise<void> => {
  for (const name of ['db', 'db.lock', 'cognito', 's3', 'pool-config.json']) {
    await rm(join(dataDirectory, name), { recursive: true, force: true });
  }
};

const main = async (): Promise<void> => {
  const settings = parseSettings(process.argv.slice(2));
  await assertPortsAreFree(settings.ports);
  if (settings.reset) await reset(settings.dataDirectory);

  const group = createProcessGroup((name) => {
    process.stderr.write(`\n${name} has ended; stopping the others.\n`);
    void group.stop().then(() => process.exit(1));
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => void group.stop().then(() => process.exit(0)));
  }
  for (const service of services(settings)) group.start(service);

  try {
    await waitUntilUsable(settings);
  } catch (error) {
    await group.stop();
    throw error;
  }
  announce(settings);
};

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
