import { setTimeout as delay } from 'node:timers/promises';
import { ensureBucket } from './bucket.ts';
import { corsRuleFor } from './cors-rule.ts';
import { bucket, credentials, identityPool, origins, region } from './local-aws.ts';
import { isPortInUse } from './ports.ts';
import type { Settings } from './settings.ts';

const until = async (condition: () => Promise<boolean>): Promise<void> => {
  while (!(await condition())) await delay(50);
};

export const untilListening = (port: number): Promise<void> => until(() => isPortInUse(port));

const responds = (url: string) => (): Promise<boolean> =>
  fetch(url, { signal: AbortSignal.timeout(5_000) }).then(
    (response) => response.ok,
    () => false,
  );

const prepareStorage = async (settings: Settings): Promise<void> => {
  const { web, s3 } = origins(settings);
  await untilListening(settings.ports.s3);
  const shared = { endpoint: s3, region, credentials };
  await ensureBucket({ ...shared, name: bucket, corsRule: corsRuleFor(web, ['GET', 'PUT']) });
  const pictureRule = corsRuleFor(web, ['GET', 'PUT', 'DELETE']);
  await ensureBucket({ ...shared, name: identityPool.bucket, corsRule: pictureRule });
};

const untilApiIsReady = async (settings: Settings): Promise<void> => {
  const { api } = origins(settings);
  await Promise.all([
    // An earlier request to /readyz would log that there is no bucket.
    prepareStorage(settings),
    until(responds(`${api}/healthz`)),
  ]);
  await until(responds(`${api}/readyz`));
};

/** Creates the buckets, and resolves when the app is usable. */
export const untilUsable = async (settings: Settings): Promise<void> => {
  await Promise.all([untilApiIsReady(settings), until(responds(origins(settings).web))]);
};
