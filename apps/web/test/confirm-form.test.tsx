// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { ConfirmForm } from '../src/features/auth/components/confirm-form.tsx';
import { type Reply, refusal, startUserPool } from './support/user-pool-server.ts';

afterEach(cleanup);

const renderForm = async (reply: Reply) => {
  await startUserPool(() => reply);
  const confirmed: string[] = [];
  const email = 'ana@example.com';
  render(
    <QueryClientProvider client={new QueryClient()}>
      <ConfirmForm email={email} onConfirmed={async () => confirmed.push(email)} />
    </QueryClientProvider>,
  );
  return { confirmed, user: userEvent.setup() };
};

test('an address that was confirmed in another tab is confirmed for who asks for a new code', async () => {
  const { confirmed, user } = await renderForm(
    refusal('InvalidParameterException', 'User is already confirmed.'),
  );

  await user.click(screen.getByRole('button', { name: 'Send a new code' }));

  await expect.poll(() => confirmed).toEqual(['ana@example.com']);
  expect(screen.queryByText(/sent you a new code/)).toBeNull();
});

test('an address that was confirmed in another tab is confirmed for who enters the code', async () => {
  const { confirmed, user } = await renderForm(
    refusal('NotAuthorizedException', 'User cannot be confirmed. Current status is CONFIRMED'),
  );

  await user.type(screen.getByLabelText('Confirmation code'), '123456');
  await user.click(screen.getByRole('button', { name: 'Confirm' }));

  await expect.poll(() => confirmed).toEqual(['ana@example.com']);
});

test('says that a new code is sent where a screen reader has listened before', async () => {
  const { user } = await renderForm({ status: 200, body: {} });
  const status = screen.getByRole('status');
  expect(status.textContent).toBe('');

  await user.click(screen.getByRole('button', { name: 'Send a new code' }));

  await expect.poll(() => status.textContent).toBe('We sent you a new code. Earlier codes no longer work.');
});
