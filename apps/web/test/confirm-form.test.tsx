// @vitest-environment jsdom
import { randomUUID } from 'node:crypto';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { signUp } from 'aws-amplify/auth';
import { afterEach, expect, inject, test, vi } from 'vitest';
import { ConfirmForm } from '../src/features/auth/components/confirm-form.tsx';
import { createPoolClient, password } from './support/create-user.ts';
import { faultFor } from './support/faults.ts';
import { isAction } from './support/pool-faults.ts';
import { startBrowser } from './support/start-browser.ts';

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

/** Renders the form for a new, unconfirmed user. */
const renderForm = async () => {
  const { pool } = await startBrowser();
  const email = `ana-${randomUUID()}@example.com`;
  await signUp({ username: email, password, options: { userAttributes: { email, name: 'Ana' } } });
  const confirmed: string[] = [];
  render(
    <QueryClientProvider client={new QueryClient()}>
      <ConfirmForm email={email} onConfirmed={async () => confirmed.push(email)} />
    </QueryClientProvider>,
  );
  const confirmElsewhere = () =>
    createPoolClient().adminConfirmSignUp({ UserPoolId: inject('servers').userPoolId, Username: email });
  return { email, pool, confirmed, confirmElsewhere, user: userEvent.setup() };
};

test('treats a request for a new code as confirmation when the address is already confirmed', async () => {
  const { email, confirmed, confirmElsewhere, user } = await renderForm();
  await confirmElsewhere();

  await user.click(screen.getByRole('button', { name: 'Send a new code' }));

  await expect.poll(() => confirmed).toEqual([email]);
  expect(screen.queryByText(/sent you a new code/)).toBeNull();
});

test('accepts any code when the address is already confirmed', async () => {
  const { email, confirmed, confirmElsewhere, user } = await renderForm();
  await confirmElsewhere();

  await user.type(screen.getByLabelText('Confirmation code'), '123456');
  await user.click(screen.getByRole('button', { name: 'Confirm' }));

  await expect.poll(() => confirmed).toEqual([email]);
});

test('announces a new code in a status that a screen reader already follows', async () => {
  const { user } = await renderForm();
  const status = screen.getByRole('status');
  expect(status.textContent).toBe('');

  await user.click(screen.getByRole('button', { name: 'Send a new code' }));

  await expect.poll(() => status.textContent).toBe('We sent you a new code. Earlier codes no longer work.');
});

test('says after 15 seconds that Cognito does not answer', async () => {
  const { pool, user } = await renderForm();
  pool.fault = faultFor(isAction('ConfirmSignUp'), () => new Promise(() => undefined));
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'], shouldAdvanceTime: true });

  await user.type(screen.getByLabelText('Confirmation code'), '123456');
  await user.click(screen.getByRole('button', { name: 'Confirm' }));
  await expect.poll(() => pool.requests.filter(isAction('ConfirmSignUp'))).toHaveLength(1);
  vi.advanceTimersByTime(15_000);

  await screen.findByText(/sign-in service cannot be reached/);
});
