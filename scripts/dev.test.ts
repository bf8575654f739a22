import { existsSync, mkdirSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { lockFolder } from '../apps/api/src/db/folder-lock.ts';
import { isPortInUse } from './dev/ports.ts';
import { startDev } from './test/support/start-dev.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'share-my-files-dev-'));
});

afterEach(() => rm(folder, { recursive: true, force: true }));

const portsInUse = async (ports: Record<string, number>): Promise<number[]> => {
  const checks = await Promise.all(
    Object.values(ports).map(async (port) => ((await isPortInUse(port)) ? [port] : [])),
  );
  return checks.flat();
};

/** A store that refuses to create buckets. */
const refuseBuckets = (): void => {
  mkdirSync(join(folder, 's3'));
  const database = new DatabaseSync(join(folder, 's3', 'objects.db'));
  database.exec(`
    CREATE TABLE buckets (name TEXT PRIMARY KEY, created_at INTEGER NOT NULL, cors TEXT) STRICT;
    CREATE TRIGGER refuse BEFORE INSERT ON buckets BEGIN SELECT RAISE(ABORT, 'refused'); END;`);
  database.close();
};

describe('pnpm dev', () => {
  test('ignores AWS, database and production settings of the shell, and has one address', async () => {
    const dev = await startDev(folder, {
      environment: {
        NODE_ENV: 'production',
        DATABASE_URL: 'postgres://127.0.0.1:1/somebody-elses',
        AWS_PROFILE: 'work',
        AWS_SESSION_TOKEN: 'of-another-account',
        AWS_ENDPOINT_URL_S3: 'http://127.0.0.1:1',
        QUOTA_BYTES: 'nonsense',
      },
    });

    await dev.untilReady();

    expect(dev.readOutput()).toMatch(/Starting cognito, s3, web, api\./);
    expect(dev.readOutput()).not.toMatch(/not ready|a background job failed|^ +at /m);
    expect(existsSync(join(folder, 'db'))).toBe(true);
    expect((await fetch(`http://localhost:${dev.ports.api}/readyz`)).status).toBe(200);
    // S3, passkeys and federated sign-in would reject this other origin.
    expect(dev.readOutput()).not.toContain(`127.0.0.1:${dev.ports.web}`);
  });

  test('exits with a message if the API cannot start, and leaves nothing running', async () => {
    const dev = await startDev(folder, { args: ['--database-url=postgres://127.0.0.1:1/nothing'] });

    expect(await dev.exited).toEqual([1, null]);
    expect(dev.readOutput()).toContain('api does not start; the others were stopped.');
    expect(await portsInUse(dev.ports)).toEqual([]);
  });

  test('exits with a message if a server exits by itself', async () => {
    await writeFile(join(folder, 'pool.json'), '{"unknownSetting": 1}');
    const dev = await startDev(folder, { args: [`--pool-config=${join(folder, 'pool.json')}`] });

    expect(await dev.exited).toEqual([1, null]);
    expect(dev.readOutput()).toContain('cognito has exited; the others were stopped.');
    expect(await portsInUse(dev.ports)).toEqual([]);
  });

  test('stops its servers if the bucket cannot be created', async () => {
    refuseBuckets();
    const dev = await startDev(folder);

    expect(await dev.exited).toEqual([1, null]);
    expect(dev.readOutput()).toContain('The bucket could not be created');
    expect(await portsInUse(dev.ports)).toEqual([]);
  });

  test('fills two accounts for the demo once, and keeps what happened to them', async () => {
    for (const _start of ['first', 'second']) {
      const dev = await startDev(folder, { args: ['--demo'] });
      await dev.untilReady();
      dev.child.kill('SIGTERM');
      expect(await dev.exited).toEqual([0, null]);
    }

    const objects = new DatabaseSync(join(folder, 's3', 'objects.db'), { readOnly: true });
    expect(objects.prepare('SELECT count(*) AS files FROM objects').get()).toEqual({ files: 10 });
    objects.close();
  });

  test('takes its servers down when it is killed', async () => {
    const dev = await startDev(folder);
    await dev.untilReady();

    dev.child.kill('SIGKILL');

    await expect.poll(() => portsInUse(dev.ports)).toEqual([]);
    const unlock = await lockFolder(join(folder, 'db'), 60_000);
    unlock();
  });
});
