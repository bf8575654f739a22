import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type LocalCognito, startLocalCognito, type UserPoolConfig } from '@share-my-files/local-cognito';
import { onTestFinished } from 'vitest';
import { withEveryFeature } from './every-feature.ts';

/** Creates an empty folder, removed when the test ends. */
export const createTestFolder = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'local-cognito-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
};

export type TestPool = LocalCognito & {
  /** Advances the pool's clock, which otherwise stands still. The client's clock runs. */
  advanceClock: (milliseconds: number) => void;
  /** The pool's time in milliseconds. */
  time: () => number;
  /** The sentences about requests that the server does not implement. */
  unsupported: readonly unknown[];
};

/** Starts a pool for one test. An error of the server itself fails the test. */
export const startTestPool = async (
  poolConfig: UserPoolConfig = {},
  dataDirectory?: string,
): Promise<TestPool> => {
  let time = Date.now();
  const faults: unknown[] = [];
  const unsupported: unknown[] = [];
  const pool = await startLocalCognito({
    dataDirectory: dataDirectory ?? (await createTestFolder()),
    poolConfig: withEveryFeature(poolConfig),
    now: () => time,
    reportError: (error) => faults.push(error),
    onUnsupported: (sentence) => unsupported.push(sentence),
  });
  onTestFinished(async () => {
    await pool.close();
    if (faults.length > 0) throw new AggregateError(faults, 'The server reported faults.');
  });
  return {
    ...pool,
    advanceClock: (milliseconds) => {
      time += milliseconds;
    },
    time: () => time,
    unsupported,
  };
};
