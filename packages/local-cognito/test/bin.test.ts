import { statSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { callRaw } from './support/call.ts';
import { runBin, startBin } from './support/child-process.ts';
import { newestCode } from './support/mailbox.ts';
import { ann } from './support/people.ts';
import { signInBySrp } from './support/srp-client.ts';
import { createTestFolder, startTestPool } from './support/start-test-pool.ts';

type Pool = Awaited<ReturnType<typeof startBin>>['pool'];

const start = (dataDirectory: string) => startBin(['--port', '0', '--data', dataDirectory]);

const signUpAndConfirm = async (pool: Pool, Username: string): Promise<boolean> => {
  const ClientId = pool.userPoolClientId;
  await callRaw(pool, 'SignUp', JSON.stringify({ ClientId, Username, Password: ann.password }));
  const ConfirmationCode = await newestCode(pool, Username);
  const request = JSON.stringify({ ClientId, Username, ConfirmationCode });
  return (await callRaw(pool, 'ConfirmSignUp', request)).status === 200;
};

/** Confirms users one after another until the server is gone, and collects the confirmed ones. */
const confirmUsersUntilKilled = async (pool: Pool, prefix: string, confirmed: string[]): Promise<void> => {
  try {
    for (let index = 0; ; index += 1) {
      const email = `${prefix}-${index}@example.com`;
      if (await signUpAndConfirm(pool, email)) confirmed.push(email);
    }
  } catch {
    // The server was killed.
  }
};

describe('local-cognito', () => {
  test('prints one line when it listens and exits on SIGTERM and SIGINT', async () => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) {
      const { line, end } = await start(await createTestFolder());
      expect(line).toMatch(
        /^Cognito user pool us-east-1_Local0001 at http:\/\/localhost:\d+, mailbox at http:\/\/localhost:\d+\/mailbox$/,
      );
      expect(await end(signal)).toBe(0);
    }
  });

  test('loses no confirmed user by SIGKILL, and starts again', async () => {
    const dataDirectory = await createTestFolder();
    const confirmed: string[] = [];
    for (let round = 0; round < 3; round += 1) {
      const { pool, end } = await start(dataDirectory);
      const before = confirmed.length;
      const clients = [1, 2, 3].map((client) =>
        confirmUsersUntilKilled(pool, `${round}-${client}`, confirmed),
      );
      await expect.poll(() => confirmed.length).toBeGreaterThan(before + 2 + round);
      await end('SIGKILL');
      await Promise.all(clients);
    }

    const { pool, end } = await start(dataDirectory);
    for (const email of confirmed) {
      expect(await signInBySrp(pool, email, ann.password), email).toMatchObject({ status: 200 });
    }
    await end('SIGTERM');
  });

  test('stores its state readable only by its owner, without passwords or refresh tokens', async () => {
    const dataDirectory = await createTestFolder();
    const pool = await startTestPool({}, dataDirectory);
    const { sub } = await pool.createConfirmedUser(ann);
    const { refreshToken } = await pool.issueTokens({ sub });
    await pool.close();

    for (const name of await readdir(dataDirectory)) {
      const file = join(dataDirectory, name);
      expect(statSync(file).mode & 0o777).toBe(0o600);
      const content = await readFile(file, 'latin1');
      expect(content).toContain(ann.email);
      expect(content).not.toContain(ann.password);
      expect(content).not.toContain(refreshToken);
    }
  });

  test('reports a port or folder in use', async () => {
    const dataDirectory = await createTestFolder();
    const { pool } = await start(dataDirectory);
    const port = new URL(pool.endpoint).port;

    expect(await runBin(['--port', port, '--data', await createTestFolder()])).toEqual({
      code: 1,
      stderr: `local-cognito: Port ${port} is in use by another process.\n`,
    });
    expect(await runBin(['--port', '0', '--data', dataDirectory])).toEqual({
      code: 1,
      stderr: `local-cognito: The folder ${dataDirectory} is in use by another process.\n`,
    });
  });

  test('reports a folder that belongs to another pool', async () => {
    const folder = await createTestFolder();
    const { end } = await start(join(folder, 'data'));
    await end('SIGTERM');
    const config = join(folder, 'pool.json');
    await writeFile(config, JSON.stringify({ userPoolId: 'us-east-1_Other0001' }));

    expect(await runBin(['--port', '0', '--data', join(folder, 'data'), '--pool-config', config])).toEqual({
      code: 1,
      stderr:
        'local-cognito: The data folder belongs to pool us-east-1_Local0001, not us-east-1_Other0001.\n',
    });
  });

  test('rejects NODE_ENV=production', async () => {
    expect(await runBin([], { NODE_ENV: 'production' })).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('NODE_ENV=production'),
    });
  });

  test.each([
    [['--port', 'x'], '--port must be a number'],
    [['--pool-config', 'missing.json'], 'missing.json'],
    [['--unknown'], "'--unknown'\nUsage: local-cognito [options]"],
    [['--clock', 'noon'], '--clock must be "now"'],
  ])('explains the invalid arguments %j', async (args, explanation) => {
    const { code, stderr } = await runBin(args);

    expect(code).toBe(1);
    expect(stderr).toContain(explanation);
  });

  test('reads settings from a file and reports invalid ones', async () => {
    const folder = await createTestFolder();
    const file = join(folder, 'pool.json');
    await writeFile(file, JSON.stringify({ region: 'eu-west-1', userPoolId: 'eu-west-1_Mine' }));
    const { line, end } = await startBin([
      '--port',
      '0',
      '--data',
      join(folder, 'data'),
      '--pool-config',
      file,
    ]);
    expect(line).toContain('eu-west-1_Mine');
    await end('SIGTERM');

    await writeFile(file, '{ clients: [] }');
    expect(await runBin(['--pool-config', file])).toMatchObject({
      code: 1,
      stderr: expect.stringContaining(file),
    });
    await writeFile(file, JSON.stringify({ clients: [{ accessTokenValiditySeconds: 'long' }] }));
    expect(await runBin(['--pool-config', file])).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('accessTokenValiditySeconds'),
    });
  });
});
