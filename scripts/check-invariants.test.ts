import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { startLocalS3 } from '@share-my-files/local-s3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { migrationsFolder } from '../apps/api/src/db/migrations-folder.ts';
import { openPglite } from '../apps/api/src/db/open-pglite.ts';
import { corsRuleFor } from './dev/cors-rule.ts';
import { bucket, credentials, region } from './dev/local-aws.ts';
import { makeBucket } from './dev/make-bucket.ts';
import { recordRun } from './dev/run-record.ts';
import { parseSettings } from './dev/settings.ts';

const program = join(import.meta.dirname, 'check-invariants.ts');

let folder: string;

/** Opens the S3 of the data folder for as long as `use` runs. */
const useS3 = async (use: (endpoint: string) => Promise<unknown>): Promise<void> => {
  const s3 = await startLocalS3({ dataDirectory: join(folder, 's3'), credentials, region });
  await use(s3.endpoint).finally(() => s3.close());
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'share-my-files-invariants-'));
  const database = await openPglite(join(folder, 'db'));
  await database.migrate(migrationsFolder);
  await database.close();
  const corsRule = corsRuleFor('http://localhost', ['GET']);
  await useS3((endpoint) => makeBucket({ endpoint, region, credentials, name: bucket, corsRule }));
});

afterAll(() => rm(folder, { recursive: true }));

const run = async (dataDirectory = folder) => {
  const child = spawn(process.execPath, [program, `--data=${dataDirectory}`], { stdio: 'pipe' });
  const [stdout, stderr, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'close'),
  ]);
  return { stdout, stderr, code };
};

test('finds nothing to report in consistent data', async () => {
  expect(await run()).toEqual({ stdout: '0 violations\n', stderr: '', code: 0 });
});

test('names an object that belongs to nothing, and exits with 1', async () => {
  await useS3(async (endpoint) => {
    const client = new S3Client({ endpoint, region, credentials, forcePathStyle: true });
    await client.send(new PutObjectCommand({ Bucket: bucket, Key: 'files/stray', Body: 'bytes' }));
    client.destroy();
  });

  expect(await run()).toMatchObject({
    stdout: 'object files/stray belongs to nothing\n1 violations\n',
    code: 1,
  });
});

test('refuses while the app is running on the data', async () => {
  const forget = recordRun(parseSettings([`--data=${folder}`]));

  const { stderr, code } = await run();
  forget();

  expect(stderr).toContain(`dev" is running on ${folder}. Stop it first`);
  expect(code).toBe(1);
});

test('creates nothing in a folder without data', async () => {
  const { stderr, code } = await run(join(folder, 'nowhere'));

  expect(stderr).toContain(`There is no data in ${join(folder, 'nowhere')}.`);
  expect(code).toBe(1);
});
