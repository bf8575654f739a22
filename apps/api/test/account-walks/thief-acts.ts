import { expect } from 'vitest';
import { signInWithGoogle } from '../support/sign-in-with-google.ts';
import { observe } from './account.ts';
import type { Act } from './act.ts';
import { getIn } from './get-in.ts';
import { enter } from './owner-acts.ts';
import { only, type Possessions } from './possessions.ts';
import type { World } from './world.ts';

/** Expects that nobody gets in with this, and that it takes no factor away from the owner. */
const tryToGetIn = async (world: World, has: Partial<Possessions>): Promise<void> => {
  const before = await observe(world);
  expect(
    await getIn(world.pool, world.email, only(has)),
    `a thief is in, with ${Object.keys(has)}`,
  ).toBeUndefined();
  expect((await observe(world)).hasAuthenticator).toBe(before.hasAuthenticator);
};

// Without a second factor, an account is as safe as its password and its mailbox, each alone.
const tryPassword: Act = {
  title: 'tries the password',
  isPossible: ({ hasAuthenticator, knowsPassword }) => hasAuthenticator && knowsPassword,
  run: (world) => tryToGetIn(world, { password: world.owner.password }),
};

const tryMailbox: Act = {
  title: 'tries the mailbox, which changes the password at most',
  isPossible: ({ hasAuthenticator }) => hasAuthenticator,
  run: async (world) => {
    await tryToGetIn(world, { mailboxes: [world.email] });
    world.owner.password = undefined;
  },
};

const tryPhone: Act = {
  title: 'tries the phone with the authenticator app',
  isPossible: ({ hasPhone }) => hasPhone,
  run: (world) => tryToGetIn(world, { authenticatorSecret: world.owner.authenticatorSecret }),
};

const tryRemovedPasskey: Act = {
  title: 'tries the passkey of a device that was removed',
  isPossible: ({ hasRemovedPasskey }) => hasRemovedPasskey,
  run: (world) => tryToGetIn(world, { passkeys: world.thief.passkeys }),
};

const tryLeftMailbox: Act = {
  title: 'tries the mailbox of the former address',
  isPossible: ({ hasLeftAddress }) => hasLeftAddress,
  run: (world) => tryToGetIn(world, { mailboxes: world.thief.mailboxes }),
};

const tryRecoveryCode: Act = {
  title: 'tries a recovery code',
  isPossible: ({ recoveryCodes }) => recoveryCodes > 0,
  run: (world) => tryToGetIn(world, { recoveryCodes: world.owner.recoveryCodes.slice(0, 1) }),
};

const tryToken: Act = {
  title:
    'takes the token of an open session, which proves nothing and dies when the owner signs out everywhere',
  isPossible: ({ isEnabled }) => isEnabled,
  run: async (world) => {
    const { api, pool } = world;
    const stolen = api.clientWith((await enter(world)).AccessToken);
    pool.clock.advance(11);
    await stolen.call('deleteAccount').expect(401);
    await stolen.call('exportAccount').expect(401);
    await stolen.call('createRecoveryCodes').expect(401);
    const owner = api.clientWith((await enter(world)).AccessToken);
    await owner.call('signOutEverywhere').expect(204);
    await stolen.call('getMe').expect(401);
  },
};

const tryDevice: Act = {
  title: 'tries the key of a remembered device',
  isPossible: ({ hasDevice }) => hasDevice,
  run: (world) => tryToGetIn(world, { device: world.owner.device }),
};

const tryForgottenDevice: Act = {
  title: 'tries the password with the key of a device that was forgotten',
  isPossible: ({ hasForgottenDevice, hasAuthenticator, knowsPassword }) =>
    hasForgottenDevice && hasAuthenticator && knowsPassword,
  run: (world) => tryToGetIn(world, { password: world.owner.password, device: world.thief.device }),
};

const claimAddressAtGoogle: Act = {
  title: 'claims the address at Google, which opens another account and shows nothing of this one',
  isPossible: ({ isEnabled }) => isEnabled,
  run: async (world) => {
    const { api, email } = world;
    const owner = await api
      .clientWith((await enter(world)).AccessToken)
      .call('getMe')
      .expect(200);
    const thief = await signInWithGoogle(api, email, false);
    const { body } = await thief.call('getMe').expect(200);
    expect(body.id).not.toBe(owner.body.id);
    expect(body.hasOtherAccount).toBe(false);
  },
};

export const thiefActs = [
  tryPassword,
  tryMailbox,
  tryPhone,
  tryRemovedPasskey,
  tryLeftMailbox,
  tryRecoveryCode,
  tryToken,
  tryDevice,
  tryForgottenDevice,
  claimAddressAtGoogle,
].map(({ title, ...act }) => ({ title: `a thief ${title}`, ...act }));
