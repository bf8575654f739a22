import { randomUUID } from 'node:crypto';
import { expect, inject, test } from 'vitest';
import { requestPasswordReset } from '../src/features/auth/cognito/request-password-reset.ts';
import { createPoolClient, password } from './support/create-user.ts';
import { isAction } from './support/pool-faults.ts';
import { startBrowser } from './support/start-browser.ts';

const addUser = async (email: string) => {
  const { userPoolId: UserPoolId } = inject('servers');
  await createPoolClient().adminCreateUser({ UserPoolId, Username: email, TemporaryPassword: password });
};

test.each([
  ['an unknown address', async () => undefined],
  ['an account with a temporary password, which Cognito does not reset', addUser],
])('reveals nothing about %s', async (_name, prepare) => {
  const { pool } = await startBrowser();
  const email = `ana-${randomUUID()}@example.com`;
  await prepare(email);

  await requestPasswordReset(email);

  expect(pool.requests.filter(isAction('ForgotPassword'))).toHaveLength(1);
});
