import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { decodeJwt } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { processEnvironment } from '../support/process-environment.ts';
import { startTestApi, type TestApi } from '../support/start-test-api.ts';

const run = promisify(execFile);
const invoke = `
  const { handler } = await import(process.argv[1]);
  const result = await handler(JSON.parse(process.argv[2]), { getRemainingTimeInMillis: () => 60_000 });
  process.stdout.write(JSON.stringify(result ?? null), () => process.exit());
`;

let api: TestApi;
let folder: string;
let env: Record<string, string>;

beforeAll(async () => {
  api = await startTestApi();
  // Outside of every node_modules, as in a container, so that only the bundles can be loaded.
  folder = await mkdtemp(join(tmpdir(), 'share-my-files-bundles-'));
  await run(process.execPath, [resolve(import.meta.dirname, '../../scripts/build.ts'), folder]);
  env = processEnvironment(api);
});

afterAll(async () => {
  await api.close();
  await rm(folder, { recursive: true, force: true });
});

const invokeBundle = async (name: string, event: object) => {
  const args = ['--input-type=module', '-e', invoke, join(folder, `${name}.js`), JSON.stringify(event)];
  const { stdout } = await run(process.execPath, args, { env: { ...env, LOG_LEVEL: 'silent' }, cwd: folder });
  return JSON.parse(stdout);
};

describe('the bundle', () => {
  test('of the API handles an event of API Gateway', async () => {
    const ada = await api.createUser();
    const event = JSON.parse(await readFile(resolve(import.meta.dirname, '../events/http-api.json'), 'utf8'));
    event.headers.authorization = `Bearer ${ada.accessToken}`;
    const refused = await invokeBundle('lambda', {
      ...event,
      requestContext: { http: event.requestContext.http },
    });
    event.requestContext.authorizer.jwt.claims = Object.fromEntries(
      Object.entries(decodeJwt(ada.accessToken)).map(([name, value]) => [name, String(value)]),
    );

    const result = await invokeBundle('lambda', event);

    expect(refused).toMatchObject({ statusCode: 401 });
    expect(result).toMatchObject({ statusCode: 200, isBase64Encoded: false });
    expect(JSON.parse(result.body)).toMatchObject({ id: ada.id });
  });

  test('of the sweeper sweeps once and returns', async () => {
    expect(await invokeBundle('sweep-lambda', {})).toBeNull();
  });

  test('of the migrator contains the migrations, and deletes nothing with its resource', async () => {
    expect(await readdir(join(folder, 'migrations'))).toEqual(
      await readdir(resolve(import.meta.dirname, '../../migrations')),
    );
    expect(await invokeBundle('migrate-lambda', { RequestType: 'Delete' })).toEqual({
      PhysicalResourceId: 'database-migrations',
    });
  });

  test('of the server listens, and exits on SIGTERM', async () => {
    const child = spawn(process.execPath, [join(folder, 'main.js')], { env, cwd: folder });
    const exited = once(child, 'exit');
    let port = '';
    for await (const line of createInterface({ input: child.stdout })) {
      port = /"port":(\d+)/.exec(line)?.[1] ?? '';
      if (port !== '') break;
    }

    const response = await fetch(`http://127.0.0.1:${port}/healthz`);
    child.kill('SIGTERM');

    expect(response.status).toBe(200);
    expect(await exited).toEqual([0, null]);
  });
});
