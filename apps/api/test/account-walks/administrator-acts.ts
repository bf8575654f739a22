import type { Act } from './act.ts';
import { enter } from './owner-acts.ts';

const disable: Act = {
  title: 'disables the account, which ends its sessions within a minute',
  isPossible: ({ isEnabled }) => isEnabled,
  run: async (world) => {
    const { api, pool, email } = world;
    const { AccessToken } = await enter(world);
    await pool.client.adminDisableUser(pool.userOf(email));
    await api.ageConfirmations(61);
    await api.clientWith(AccessToken).call('getMe').expect(401);
  },
};

const enable: Act = {
  title: 'enables the account',
  isPossible: ({ isEnabled }) => !isEnabled,
  run: async ({ pool, email }) => {
    await pool.client.adminEnableUser(pool.userOf(email));
  },
};

const demandReset: Act = {
  title: 'demands a new password',
  isPossible: ({ isEnabled, isVerified, status }) => isEnabled && isVerified && status === 'CONFIRMED',
  run: async ({ pool, email, owner }) => {
    await pool.client.adminResetUserPassword(pool.userOf(email));
    owner.password = undefined;
  },
};

export const administratorActs = [disable, enable, demandReset].map(({ title, ...act }) => ({
  title: `an administrator ${title}`,
  ...act,
}));
