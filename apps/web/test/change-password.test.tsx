// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, inject, test, vi } from 'vitest';
import { ChangePasswordForm } from '../src/features/auth/components/change-password-form.tsx';
import { createSession } from '../src/lib/session.ts';
import { SessionContext } from '../src/lib/session-context.tsx';
import { createPoolClient, password } from './support/create-user.ts';
import { faultFor } from './support/faults.ts';
import { damageAccessToken, isAction } from './support/pool-faults.ts';
import { noOtherTabs, startSignedInBrowser } from './support/start-browser.ts';

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const newPassword = 'Battery-staple-9';

/** Renders the form for a signed-in user; `send` fills it in and submits it. */
const renderForm = async (currentPassword = password) => {
  const browser = await startSignedInBrowser();
  const session = createSession(browser.tokenSource, noOtherTabs);
  await session.start();
  const changes: string[] = [];
  render(
    <QueryClientProvider client={new QueryClient()}>
      <SessionContext value={session}>
        <ChangePasswordForm
          email={browser.user.email}
          onChanged={async (changed) => void changes.push(changed)}
        />
      </SessionContext>
    </QueryClientProvider>,
  );
  const send = async () => {
    const user = userEvent.setup();
    await user.type(screen.getByLabelText('Current password'), currentPassword);
    await user.type(screen.getByLabelText('New password'), newPassword);
    await user.click(screen.getByRole('button', { name: 'Change password' }));
  };
  return { ...browser, changes, send, session };
};

const signOutEverywhere = (email: string) =>
  createPoolClient().adminUserGlobalSignOut({ UserPoolId: inject('servers').userPoolId, Username: email });

const anHour = 3_600_000;

test.each(['revoked', 'expired'])(
  'a session that ended with a token that is %s waits for the user and then changes the password',
  async (end) => {
    const { changes, send, session, signIn, user } = await renderForm();
    await signOutEverywhere(user.email);
    if (end === 'expired') vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + anHour });

    await send();
    await expect.poll(() => session.state.get().status).toBe('ended');
    expect(screen.queryByText('This is not your current password.')).toBeNull();

    vi.useRealTimers();
    await signIn();
    await session.signedIn();

    await expect.poll(() => changes).toEqual([newPassword]);
  },
);

test('renews a rejected token before it blames the password', async () => {
  const { changes, pool, send } = await renderForm();
  pool.fault = faultFor(isAction('ChangePassword'), damageAccessToken, 1);

  await send();

  await expect.poll(() => changes).toEqual([newPassword]);
  expect(pool.requests.filter(isAction('ChangePassword'))).toHaveLength(2);
});

test('sends a wrong password once, since Cognito counts the attempts', async () => {
  const { pool, send } = await renderForm('Wrong-horse-9');

  await send();

  await screen.findByText('This is not your current password.');
  expect(pool.requests.filter(isAction('ChangePassword'))).toHaveLength(1);
});

test('says after 15 seconds that Cognito does not answer, and keeps what was typed', async () => {
  const { pool, send } = await renderForm();
  pool.fault = faultFor(isAction('ChangePassword'), () => new Promise(() => undefined));
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'], shouldAdvanceTime: true });

  await send();
  await expect.poll(() => pool.requests.filter(isAction('ChangePassword'))).toHaveLength(1);
  vi.advanceTimersByTime(15_000);

  await screen.findByText(/sign-in service cannot be reached/);
  expect(screen.getByLabelText<HTMLInputElement>('New password').value).toBe(newPassword);
});
