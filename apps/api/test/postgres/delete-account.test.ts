import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { processEnvironment } from '../support/process-environment.ts';
import { startTestApi, type TestApi } from '../support/start-test-api.ts';

const program = resolve(import.meta.dirname, '../../src/account/delete-account.ts');

let api: TestApi;

beforeAll(async () => {
  api = await startTestApi();
});

afterAll(() => api.close());

const deleteAccount = (userId: string) =>
  promisify(execFile)(process.execPath, [program, userId], { env: processEnvironment(api) });

test('an operator deletes the account of a user, who is locked out at once', async () => {
  const user = await api.createUser();
  await user.call('getMe').expect(200);

  const { stdout } = await deleteAccount(user.id);

  expect(stdout).toMatch(/^The account is locked/);
  await user.call('getMe').expect(401);
});

test('an operator learns that an account does not exist', async () => {
  const userId = randomUUID();

  await expect(deleteAccount(userId)).rejects.toMatchObject({
    stderr: `There is no account ${userId}.\n`,
    code: 1,
  });
});
