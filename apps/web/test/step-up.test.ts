// @vitest-environment jsdom
import { getMe } from '@share-my-files/contract';
import { signIn } from 'aws-amplify/auth';
import { expect, onTestFinished, test, vi } from 'vitest';
import { z } from 'zod/mini';
import { createApiClient } from '../src/lib/api-client.ts';
import { createSession } from '../src/lib/session.ts';
import { StepUpCancelledError } from '../src/lib/step-up.ts';
import { password } from './support/create-user.ts';
import { changeBody, faultFor, isCallOf } from './support/faults.ts';
import { isAction } from './support/pool-faults.ts';
import { startApiProxy } from './support/start-backend.ts';
import { noOtherTabs, startSignedInBrowser } from './support/start-browser.ts';

const demandProof = () => ({
  status: 401,
  headers: { 'content-type': 'application/problem+json' },
  body: JSON.stringify({
    type: 'about:blank',
    title: 'Sign in again',
    status: 401,
    code: 'insufficient_user_authentication',
    requestId: 'test',
  }),
});

const startPage = async () => {
  const [browser, api] = await Promise.all([startSignedInBrowser(), startApiProxy()]);
  const session = createSession(browser.tokenSource, noOtherTabs);
  await session.start();
  const client = createApiClient({ session, origin: api.origin });
  const answer = async () => {
    await vi.waitUntil(() => session.stepUp.state.get() === 'asking');
    await signIn({ username: browser.user.email, password });
    await session.stepUp.confirm();
  };
  const refreshTokens = () => [...browser.storage.items].filter(([key]) => key.endsWith('.refreshToken'));
  return { ...browser, api, session, client, answer, refreshTokens };
};

const isMe = isCallOf(getMe);
const renewalSchema = z.object({ AuthenticationResult: z.looseObject({ AccessToken: z.string() }) });

test('a call that requires a recent sign-in is repeated after it, with the new token', async () => {
  const { api, client, session, answer, user } = await startPage();
  api.fault = faultFor(isMe, demandProof, 1);
  const before = await session.accessToken();

  const [me] = await Promise.all([client.call(getMe), answer()]);

  expect(me.email).toBe(user.email);
  expect(await session.accessToken()).not.toBe(before);
  expect(session.state.get().status).toBe('signed-in');
});

test('calls that require a recent sign-in together ask once', async () => {
  const { api, client, session, answer } = await startPage();
  api.fault = faultFor(isMe, demandProof, 3);
  let questions = 0;
  session.stepUp.state.subscribe(() => {
    if (session.stepUp.state.get() === 'asking') questions += 1;
  });

  await Promise.all([client.call(getMe), client.call(getMe), client.call(getMe), answer()]);

  expect(questions).toBe(1);
});

test('a new sign-in revokes the refresh token that it replaces, and no other is left', async () => {
  const { session, pool, answer, refreshTokens, api, client } = await startPage();
  const [replaced] = refreshTokens();
  api.fault = faultFor(isMe, demandProof, 1);

  await Promise.all([client.call(getMe), answer()]);

  const [revocation] = pool.requests.filter(isAction('RevokeToken'));
  expect(JSON.parse(String(revocation?.body))).toMatchObject({ Token: replaced?.[1] });
  expect(refreshTokens()).toHaveLength(1);
  expect(await session.renewAccessToken((await session.accessToken()) ?? '')).not.toBeNull();
});

test('cancelling rejects the call with a message and keeps the session, and the next call asks again', async () => {
  const { api, client, session, refreshTokens, answer, user } = await startPage();
  const before = refreshTokens();
  api.fault = faultFor(isMe, demandProof, 1);
  const call = client.call(getMe);

  await vi.waitUntil(() => session.stepUp.state.get() === 'asking');
  session.stepUp.cancel();

  await expect(call).rejects.toBeInstanceOf(StepUpCancelledError);
  expect(refreshTokens()).toEqual(before);
  api.fault = faultFor(isMe, demandProof, 1);
  const [me] = await Promise.all([client.call(getMe), answer()]);
  expect(me.email).toBe(user.email);
});

/** Responds to renewals as so many minutes after the sign-in; browsers do not verify the signature. */
const ageSignIn = (minutes: number) =>
  faultFor(
    isAction('GetTokensFromRefreshToken'),
    changeBody((body) => {
      const { AuthenticationResult } = renewalSchema.parse(body);
      const [header, payload = '', signature] = AuthenticationResult.AccessToken.split('.');
      const claims = JSON.parse(Buffer.from(payload, 'base64url').toString());
      const aged = { ...claims, auth_time: claims.iat - minutes * 60 };
      const AccessToken = [header, Buffer.from(JSON.stringify(aged)).toString('base64url'), signature].join(
        '.',
      );
      return { ...body, AuthenticationResult: { ...AuthenticationResult, AccessToken } };
    }),
  );

test('a change at Cognito asks when the sign-in is older than ten minutes, and not again for ten more', async () => {
  const { session, pool, answer } = await startPage();
  const isAsking = () => session.stepUp.state.get() === 'asking';
  await session.requireRecentSignIn();

  pool.fault = ageSignIn(11);
  await Promise.all([session.requireRecentSignIn(), answer()]);

  pool.fault = ageSignIn(9);
  await session.requireRecentSignIn();
  expect(isAsking()).toBe(false);
});

test.each([-60, 60])(
  'a clock that is %i minutes off makes no sign-in look old or recent',
  async (minutes) => {
    onTestFinished(() => void vi.useRealTimers());
    const { session, pool } = await startPage();
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + minutes * 60_000 });
    await session.requireRecentSignIn();

    pool.fault = ageSignIn(11);
    const change = session.requireRecentSignIn();
    await vi.waitUntil(() => session.stepUp.state.get() === 'asking');

    session.stepUp.cancel();
    await expect(change).rejects.toBeInstanceOf(StepUpCancelledError);
  },
);
