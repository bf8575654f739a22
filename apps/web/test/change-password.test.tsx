// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { ChangePasswordForm } from '../src/features/auth/components/change-password-form.tsx';
import { createSession } from '../src/lib/session.ts';
import { SessionContext } from '../src/lib/session-context.tsx';
import { noOtherTabs } from './support/fake-user-pool.ts';
import { ana, createJwt, type Reply, refusal, startSignedInBrowser } from './support/user-pool-server.ts';

afterEach(cleanup);

const password = 'Correct-horse-9';
const changed: Reply = { status: 200, body: {} };
const revoked = refusal('NotAuthorizedException', 'Access Token has been revoked');
const wrongPassword = refusal('NotAuthorizedException', 'Incorrect username or password.');

type Pool = { goodTokens: string[]; refresh: () => Reply };

/** The account page of Ana, who has sent her current password and a new one. */
const submitForm = async (pool: Pool, currentPassword = password) => {
  const browser = await startSignedInBrowser(({ action, fields }) => {
    if (action === 'GetTokensFromRefreshToken') return pool.refresh();
    if (!pool.goodTokens.includes(String(fields.AccessToken))) return revoked;
    return fields.PreviousPassword === password ? changed : wrongPassword;
  });
  const session = createSession(browser.tokenSource, noOtherTabs);
  await session.start();
  const newPasswords: string[] = [];
  render(
    <QueryClientProvider client={new QueryClient()}>
      <SessionContext value={session}>
        <ChangePasswordForm
          email={ana.email}
          onChanged={async (newPassword) => void newPasswords.push(newPassword)}
        />
      </SessionContext>
    </QueryClientProvider>,
  );
  const send = async () => {
    const user = userEvent.setup();
    await user.type(screen.getByLabelText('Current password'), currentPassword);
    await user.type(screen.getByLabelText('New password'), 'Battery-staple-9');
    await user.click(screen.getByRole('button', { name: 'Change password' }));
  };
  return { ...browser, newPasswords, send, session };
};

const noRefresh = () => refusal('NotAuthorizedException', 'Refresh Token has been revoked');

const changesOf = (questions: { action: string }[]) =>
  questions.filter(({ action }) => action === 'ChangePassword').length;

test.each(['revoked', 'expired'])(
  'a session that is over with a token that is %s waits for the person and then changes the password',
  async (end) => {
    const pool: Pool = { goodTokens: [], refresh: noRefresh };
    const { newPasswords, send, session, signIn } = await submitForm(pool);
    if (end === 'expired') signIn(createJwt({ sub: ana.sub, origin_jti: 'session', exp: 1 }));

    await send();
    await expect.poll(() => session.state.get().status).toBe('ended');
    expect(screen.queryByText('This is not your current password.')).toBeNull();

    const token = createJwt({ sub: ana.sub, origin_jti: 'signed in again' });
    pool.goodTokens.push(token);
    signIn(token);
    await session.signedIn();

    await expect.poll(() => newPasswords).toEqual(['Battery-staple-9']);
  },
);

test('a rejected token is renewed before the password is blamed for it', async () => {
  const renewed = createJwt({ sub: ana.sub, jti: 'renewed' });
  const AuthenticationResult = { AccessToken: renewed, IdToken: createJwt(ana), ExpiresIn: 300 };
  const { newPasswords, send } = await submitForm({
    goodTokens: [renewed],
    refresh: () => ({ status: 200, body: { AuthenticationResult } }),
  });

  await send();

  await expect.poll(() => newPasswords).toEqual(['Battery-staple-9']);
});

test('a wrong password is sent once, since Cognito counts them', async () => {
  const pool: Pool = { goodTokens: [], refresh: noRefresh };
  const { accessToken, questions, send } = await submitForm(pool, 'Wrong-horse-9');
  pool.goodTokens.push(accessToken);

  await send();

  await screen.findByText('This is not your current password.');
  expect(changesOf(questions)).toBe(1);
});
