import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { copyDatabaseTemplate } from './support/database-template.ts';

// PostgreSQL's own file: it exists from the start of a server to its clean shutdown.
const markOfOpenDatabase = 'postmaster.pid';

const source = resolve(import.meta.dirname, '../src');

let folder: string;
const started: { child: ChildProcess; exited: Promise<unknown> }[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'share-my-files-process-'));
  await copyDatabaseTemplate(join(folder, 'db'));
});

afterEach(async () => {
  for (const { child, exited } of started.splice(0)) {
    child.kill('SIGKILL');
    await exited;
  }
  await rm(folder, { recursive: true, force: true });
});

const start = (settings: Record<string, string> = {}, entry = 'main.ts') => {
  const child = spawn(process.execPath, [join(source, entry)], {
    env: {
      PATH: process.env.PATH,
      PORT: '0',
      PUBLIC_ORIGIN: 'http://localhost:5173',
      PGLITE_DIRECTORY: join(folder, 'db'),
      COGNITO_USER_POOL_ID: 'us-east-1_Test00001',
      COGNITO_USER_POOL_CLIENT_ID: 'client',
      // Nothing listens on this port: the process starts and waits for its dependencies.
      COGNITO_ENDPOINT: 'http://127.0.0.1:1',
      AWS_REGION: 'us-east-1',
      AWS_ACCESS_KEY_ID: 'test',
      AWS_SECRET_ACCESS_KEY: 'test-secret',
      S3_BUCKET: 'files',
      S3_ENDPOINT: 'http://127.0.0.1:1',
      ...settings,
    },
  });
  let output = '';
  const collect = (chunk: Buffer) => {
    output += chunk.toString();
  };
  child.stdout.on('data', collect);
  child.stderr.on('data', collect);
  const exited = once(child, 'exit');
  started.push({ child, exited });
  return { child, exited, readOutput: () => output };
};

describe('the process', () => {
  test('starts without Cognito and S3, and on SIGTERM closes the database and exits', async () => {
    const { child, exited } = start();
    for await (const line of createInterface({ input: child.stdout })) {
      if (line.includes('"listening"')) break;
    }

    child.kill('SIGTERM');

    expect(await exited).toEqual([0, null]);
    expect(await readdir(join(folder, 'db'))).not.toContain(markOfOpenDatabase);
  });

  test('ignores a second SIGTERM', async () => {
    const { child, exited } = start();
    for await (const line of createInterface({ input: child.stdout })) {
      if (line.includes('"listening"')) break;
    }

    child.kill('SIGTERM');
    child.kill('SIGTERM');

    expect(await exited).toEqual([0, null]);
    expect(await readdir(join(folder, 'db'))).not.toContain(markOfOpenDatabase);
  });

  test.each(['main.ts', 'invariants/main.ts'])(
    'of %s exits with the name of an invalid setting, without its value or a stack',
    async (entry) => {
      const { exited, readOutput } = start({ DATABASE_URL: 'canary://canary' }, entry);

      expect(await exited).toEqual([1, null]);
      expect(readOutput()).toBe('The configuration is not usable:\n  DATABASE_URL is missing or not valid\n');
    },
  );

  test('closes the database and exits if its port is in use', async () => {
    const first = start({ PGLITE_DIRECTORY: 'memory://' });
    let port = '';
    for await (const line of createInterface({ input: first.child.stdout })) {
      port = /"port":(\d+)/.exec(line)?.[1] ?? port;
      if (port !== '') break;
    }

    const second = start({ PORT: port });

    expect(await second.exited).toEqual([1, null]);
    expect(second.readOutput()).toContain('EADDRINUSE');
    expect(await readdir(join(folder, 'db'))).not.toContain(markOfOpenDatabase);
  });
});
