import { afterAll, beforeAll, expect, test } from 'vitest';
import type { UserPool } from '#auth/user-pool.ts';
import { unavailable } from '#errors.ts';
import { createServices } from '#services.ts';
import {
  createProtectedUser,
  poolWithAuthenticators,
  provePassword,
  setUpAuthenticator,
  signInWithPassword,
} from './support/lost-authenticator.ts';
import { startTestApi, type TestApi } from './support/start-test-api.ts';

let api: TestApi;

beforeAll(async () => {
  api = await startTestApi({ poolConfig: poolWithAuthenticators });
});

afterAll(() => api.close());

const stops = ['removeAuthenticator', 'revokeAllOf'] as const;

/** The services of a process that cannot get further than one call to Cognito. */
const servicesWithout = (stop: (typeof stops)[number], instead: () => Promise<void>) => {
  const { userPool } = api.dependencies;
  const stopped: UserPool =
    stop === 'revokeAllOf'
      ? { ...userPool, sessions: { ...userPool.sessions, [stop]: instead } }
      : { ...userPool, recovery: { ...userPool.recovery, [stop]: instead } };
  return createServices({ ...api.dependencies, userPool: stopped });
};

const outage = () => Promise.reject(unavailable('The sign-in service'));
const begin = async () => {
  const user = await createProtectedUser(api);
  const code = user.codeAt(0).replaceAll('-', '');
  return { user, redeem: async () => ({ code, proof: await provePassword(api, user.email) }) };
};

const makeAttemptsOld = () =>
  api.database.transaction((tx) =>
    tx.execute(`update recovery_codes set removal_due_at = removal_due_at - interval '1 minute'`),
  );

test.each(stops)(
  'an outage at %s fails, uses the code, and the next sweep removes the authenticator',
  async (stop) => {
    const { user, redeem } = await begin();
    const failing = servicesWithout(stop, outage);
    await expect(failing.recovery.redeem(await redeem())).rejects.toMatchObject({
      code: 'service_unavailable',
    });

    expect((await user.call('getRecoveryCodes').expect(200)).body).toMatchObject({ left: 9 });
    expect(await api.services.recovery.continueRemovals(100)).toBe(0);

    expect(await signInWithPassword(api, user.email)).toBeUndefined();
    api.passOneSecond();
    await user.call('getMe').expect(401);
  },
);

test('the same code completes an attempt that an outage has interrupted, and no other one', async () => {
  const { user, redeem } = await begin();
  const failing = servicesWithout('removeAuthenticator', outage);
  await expect(failing.recovery.redeem(await redeem())).rejects.toThrow();

  await api.services.recovery.redeem(await redeem());

  await setUpAuthenticator(api, { ...user, ...(await api.signIn(user.id)) });
  await expect(api.services.recovery.redeem(await redeem())).rejects.toMatchObject({
    code: 'recovery_rejected',
  });
});

test.each(stops)(
  'a process that ends at %s leaves the code to no other request for a minute',
  async (stop) => {
    const { user, redeem } = await begin();
    const ended = new Promise<void>(() => undefined);
    let reached: () => void = () => undefined;
    const isReached = new Promise<void>((resolve) => {
      reached = resolve;
    });
    const dying = servicesWithout(stop, () => {
      reached();
      return ended;
    });
    void dying.recovery.redeem(await redeem());
    await isReached;

    expect(await api.services.recovery.continueRemovals(100)).toBe(0);
    await user.call('getMe').expect(200);
    await makeAttemptsOld();
    expect(await api.services.recovery.continueRemovals(100)).toBe(0);

    expect(await signInWithPassword(api, user.email)).toBeUndefined();
    api.passOneSecond();
    await user.call('getMe').expect(401);
  },
);

test('a new set of codes ends an interrupted attempt, which then removes no new authenticator', async () => {
  const { user, redeem } = await begin();
  await expect(servicesWithout('revokeAllOf', outage).recovery.redeem(await redeem())).rejects.toThrow();
  const again = { ...user, ...(await api.signIn(user.id)) };
  await setUpAuthenticator(api, again);
  await again.call('createRecoveryCodes').expect(201);

  await api.services.sweep();

  expect(await signInWithPassword(api, user.email)).toBe('SOFTWARE_TOKEN_MFA');
});
