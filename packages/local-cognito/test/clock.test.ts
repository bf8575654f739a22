import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { callRaw } from './support/call.ts';
import { runBin, startBin } from './support/child-process.ts';
import { newestCode } from './support/mailbox.ts';
import { ann } from './support/people.ts';
import { createTestFolder } from './support/start-test-pool.ts';

const start = async (...options: string[]) => {
  const { pool } = await startBin(['--port', '0', '--data', await createTestFolder(), ...options]);
  const clock = (init: RequestInit = {}) => fetch(`${pool.endpoint}/clock`, init);
  const advance = (advanceSeconds: unknown, headers = {}) =>
    clock({ method: 'POST', body: JSON.stringify({ advanceSeconds }), headers });
  return { pool, clock, advance };
};

const yearOf = async (response: Response) =>
  new Date(((await response.json()) as { now: string }).now).getUTCFullYear();

describe('--clock', () => {
  test('starts the pool at a time that programs can move, so that codes expire without waiting', async () => {
    const { pool, clock, advance } = await start('--clock', '2040-06-01T12:00:00Z');
    expect(await yearOf(await clock())).toBe(2040);
    const request = { ClientId: pool.userPoolClientId, Username: ann.email };
    await callRaw(pool, 'SignUp', JSON.stringify({ ...request, Password: ann.password }));
    const ConfirmationCode = await newestCode(pool, ann.email);

    expect((await advance(86_400)).status).toBe(200);

    const body = JSON.stringify({ ...request, ConfirmationCode });
    expect((await callRaw(pool, 'ConfirmSignUp', body)).body).toMatchObject({
      __type: 'ExpiredCodeException',
    });
  });

  test('can start at the current time', async () => {
    const { clock, advance } = await start('--clock', 'now');
    const year = await yearOf(await clock());

    expect(year - new Date().getUTCFullYear()).toBeLessThanOrEqual(1);
    expect(await yearOf(await advance(86_400 * 800))).toBeGreaterThan(year);
  });

  test('rejects pages of other origins and invalid input', async () => {
    const { clock, advance } = await start('--clock', '2040-06-01T12:00:00Z');

    for (const origin of ['https://example.com', 'http://localhost:1']) {
      expect((await advance(86_400 * 800, { origin })).status).toBe(403);
    }
    for (const nonsense of ['1', null, Number.MAX_VALUE]) {
      expect((await advance(nonsense)).status).toBe(400);
    }
    expect((await clock({ method: 'POST', body: '{' })).status).toBe(400);
    expect(await yearOf(await clock())).toBe(2040);
  });

  test('is off by default', async () => {
    const { clock, advance } = await start();

    expect((await clock()).status).toBe(404);
    expect((await advance(1)).status).toBe(404);
  });

  test('must be a time', async () => {
    const data = join(await createTestFolder(), 'data');

    expect(await runBin(['--port', '0', '--data', data, '--clock', 'tomorrow'])).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('--clock must be'),
    });
  });
});
