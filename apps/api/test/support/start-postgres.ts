import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Client } from 'pg';
import { findFreePort } from '../../../../scripts/test/free-port.ts';
import { findPostgres, postgresIsMissing } from '../../../../scripts/test/postgres.ts';

/** PostgreSQL refuses to run as root. */
const unprivilegedUser = (): { uid?: number; gid?: number } => {
  if (process.getuid?.() !== 0) return {};
  const accounts = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  const account =
    accounts.find(([name]) => name === 'postgres') ?? accounts.find(([name]) => name === 'nobody');
  return { uid: Number(account?.[2]), gid: Number(account?.[3]) };
};

const waitUntilItAnswers = async (url: string, server: ChildProcess): Promise<void> => {
  for (;;) {
    if (server.exitCode !== null) throw new Error(`PostgreSQL ended with ${server.exitCode}.`);
    const client = new Client({ connectionString: url });
    try {
      await client.connect();
      return;
    } catch {
      await delay(50);
    } finally {
      await client.end().catch(() => undefined);
    }
  }
};

const run = async (programs: string) => {
  const folder = mkdtempSync(join(tmpdir(), 'share-my-files-postgres-'));
  const data = join(folder, 'data');
  const user = unprivilegedUser();
  if (user.uid !== undefined && user.gid !== undefined) chownSync(folder, user.uid, user.gid);
  const options = { ...user, cwd: folder, stdio: 'ignore' as const };
  execFileSync(join(programs, 'initdb'), ['-D', data, '-U', 'test', '-A', 'trust', '-N'], options);

  const port = await findFreePort();
  const settings = ['-D', data, '-h', '127.0.0.1', '-p', String(port), '-k', folder, '-F'];
  const server = spawn(join(programs, 'postgres'), settings, options);
  const url = `postgres://test@127.0.0.1:${port}/postgres`;
  await waitUntilItAnswers(url, server);
  return {
    url,
    stop: async () => {
      server.kill('SIGINT');
      await once(server, 'exit');
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

/** Starts PostgreSQL, or uses TEST_DATABASE_URL. Throws an error with the packages to install. */
export const startPostgres = async () => {
  const url = process.env.TEST_DATABASE_URL;
  if (url !== undefined) return { url, stop: () => Promise.resolve() };
  const programs = findPostgres();
  if (programs !== undefined) return await run(programs);
  throw new Error(postgresIsMissing);
};
