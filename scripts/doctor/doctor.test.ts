import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { lockFolder } from '../../apps/api/src/db/folder-lock.ts';
import { parseSettings } from '../dev/settings.ts';
import { findFreePort } from '../test/free-port.ts';
import type { Finding, Section } from './finding.ts';

const program = join(import.meta.dirname, '../doctor.ts');

let folder: string;
let servers: Server[];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'share-my-files-doctor-'));
  servers = [];
});

afterEach(async () => {
  for (const server of servers) server.close();
  await rm(folder, { recursive: true });
});

const listen = async (listener: RequestListener): Promise<number> => {
  const server = createServer(listener).listen(0, '127.0.0.1');
  servers.push(server);
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
};

/** Options that move every port, so that a running `pnpm dev` does not affect these tests. */
const freePorts = (): Promise<string[]> =>
  Promise.all(
    Object.keys(parseSettings([]).ports).map(async (name) => `--${name}-port=${await findFreePort()}`),
  );

const runDoctor = async (options: string[], environment: Record<string, string> = {}) => {
  const arguments_ = [program, ...(await freePorts()), '--data', join(folder, 'data'), ...options];
  const child = spawn(process.execPath, arguments_, {
    env: { PATH: process.env.PATH, HOME: folder, npm_config_user_agent: 'pnpm/12.21.0', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [stdout, stderr, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'close'),
  ]);
  return { stdout, stderr, code };
};

/** Runs it with --json and returns the finding of one subject. */
const examine = async (subject: string, options: string[], environment?: Record<string, string>) => {
  const { stdout, code } = await runDoctor([...options, '--json'], environment);
  const sections = JSON.parse(stdout) as Section[];
  const finding: Finding | undefined = sections
    .flatMap(({ findings }) => findings)
    .find((candidate) => candidate.subject === subject);
  return { ...finding, code };
};

const usable = {
  PUBLIC_ORIGIN: 'https://files.example',
  COGNITO_USER_POOL_ID: 'eu-central-1_Abc123',
  COGNITO_USER_POOL_CLIENT_ID: 'client',
  AWS_REGION: 'eu-central-1',
  S3_BUCKET: 'files',
};

describe('pnpm run doctor', () => {
  test('reports no error on a healthy machine', async () => {
    const { stdout, code } = await runDoctor([]);

    expect(code).toBe(0);
    expect(stdout).toMatch(/^ {2}✓ Node +24\./m);
    expect(stdout).toMatch(/No problems found\.|0 errors, \d warnings?\./);
  });

  test('names a port in use and the option to change it', async () => {
    const port = await listen(() => undefined);

    expect(await examine(`port ${port}`, ['--web-port', String(port)])).toMatchObject({
      code: 1,
      state: 'error',
      fix: expect.stringMatching(/dev --web-port \d+/),
    });
  });

  test('reports a process that uses the database', async () => {
    await mkdir(join(folder, 'data'));
    onTestFinished(await lockFolder(join(folder, 'data/db')));

    expect(await examine('database', [])).toMatchObject({
      code: 1,
      state: 'error',
      fix: expect.stringContaining('Another process uses'),
    });
  });

  test('reports a data folder that is not writable', async () => {
    await writeFile(join(folder, 'file'), '');

    expect(await examine('data folder', ['--data', join(folder, 'file')])).toMatchObject({
      code: 1,
      state: 'error',
      fix: expect.stringContaining('--data DIR'),
    });
  });

  test('warns about missing programs for the tests, without an error', async () => {
    const found = await examine('Chromium', [], { PATH: '' });

    // macOS installs browsers outside of PATH.
    expect(found.state).toBe(process.platform === 'darwin' ? found.state : 'warning');
    expect(found.code).toBe(0);
  });

  test('rejects an unknown option', async () => {
    const { stderr, code } = await runDoctor(['--everything']);

    expect(stderr).toContain('--everything');
    expect(code).toBe(1);
  });
});

describe('the configuration of the API', () => {
  test('comes from the environment', async () => {
    expect(await examine('environment', [], usable)).toMatchObject({ code: 0, state: 'ok' });
  });

  test('is reported by the name of each invalid setting, never by its value', async () => {
    const bad = { ...usable, S3_BUCKET: '', DATABASE_URL: 'mysql://user:canary@db/files' };
    const { stdout, code } = await runDoctor([], bad);

    expect(code).toBe(1);
    expect(stdout).toMatch(/✗ S3_BUCKET +is missing or not valid/);
    expect(stdout).toMatch(/✗ DATABASE_URL +is missing or not valid/);
    expect(stdout).not.toContain('canary');
  });

  test('can come from a file', async () => {
    const file = join(folder, 'production.env');
    const lines = Object.entries({
      ...usable,
      NODE_ENV: 'production',
      PUBLIC_ORIGIN: 'http://localhost',
    });
    await writeFile(file, lines.map((line) => line.join('=')).join('\n'));

    expect(await examine('PUBLIC_ORIGIN', [`--env-file=${file}`])).toMatchObject({
      code: 0,
      state: 'warning',
    });
  });
});

describe('the AWS account', () => {
  const identity =
    '<GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetCallerIdentityResult>' +
    '<Arn>arn:aws:iam::111122223333:user/ana</Arn><UserId>A</UserId><Account>111122223333</Account>' +
    '</GetCallerIdentityResult></GetCallerIdentityResponse>';

  /** Starts an endpoint that responds like STS and SSM, and allows nothing else. */
  const startAws = async (bootstrap: { status: number; body: unknown }, date = new Date()) => {
    const port = await listen((request, response) => {
      response.setHeader('date', date.toUTCString());
      if (request.headers['x-amz-target'] !== undefined)
        response.writeHead(bootstrap.status).end(JSON.stringify(bootstrap.body));
      else if (request.method === 'POST') response.end(identity);
      else response.writeHead(403, { 'x-amzn-errortype': 'AccessDeniedException' }).end('{}');
    });
    return {
      AWS_ENDPOINT_URL: `http://127.0.0.1:${port}`,
      AWS_ACCESS_KEY_ID: 'key',
      AWS_SECRET_ACCESS_KEY: 'secret',
    };
  };

  const bootstrapped = { status: 200, body: { Parameter: { Value: '27' } } };
  const denied = { status: 400, body: { __type: 'AccessDeniedException' } };
  const missing = { status: 400, body: { __type: 'ParameterNotFound' } };

  test('is checked only with --aws', async () => {
    expect((await examine('credentials', [])).state).toBeUndefined();
  });

  test('is shown with the identity of the credentials', async () => {
    expect(await examine('credentials', ['--aws'], await startAws(bootstrapped))).toMatchObject({
      code: 0,
      detail: 'account 111122223333 as arn:aws:iam::111122223333:user/ana',
    });
  });

  test('needs credentials', async () => {
    const environment = { AWS_EC2_METADATA_DISABLED: 'true' };

    expect(await examine('credentials', ['--aws'], environment)).toMatchObject({
      code: 1,
      fix: expect.stringContaining('aws sso login'),
    });
  });

  test('has to be bootstrapped', async () => {
    expect(await examine('bootstrap of us-east-1', ['--aws'], await startAws(missing))).toMatchObject({
      code: 1,
      // Without an environment the CDK would bootstrap the demo's Region.
      fix: expect.stringContaining('cdk bootstrap -c environment='),
    });
  });

  test('does not matter for an environment that still contains examples', async () => {
    const { stderr, code } = await runDoctor(['--aws', '--environment', 'production']);

    expect(stderr).toContain('domain.name is still an example');
    expect(code).toBe(1);
  });

  test('is asked for everything that a deployment needs, and a missing permission is a warning', async () => {
    const { stdout, code } = await runDoctor(['--aws'], await startAws(denied));

    expect(stdout).toContain('Allow ssm:GetParameter');
    expect(stdout).toContain('Allow dsql:ListClusters');
    expect(stdout).toContain('Allow lambda:GetAccountSettings');
    expect(code).toBe(0);
  });

  test('is the reference for the clock of this machine', async () => {
    const tenMinutesAgo = new Date(Date.now() - 600_000);

    expect(await examine('clock', ['--aws'], await startAws(bootstrapped))).toMatchObject({ state: 'ok' });
    expect(await examine('clock', ['--aws'], await startAws(bootstrapped, tenMinutesAgo))).toMatchObject({
      code: 1,
      detail: expect.stringMatching(/^is \d+ s ahead of AWS$/),
    });
  });
});
