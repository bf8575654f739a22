import type { Passwords } from '../users/passwords.ts';
import type { FirstFactor } from './first-factors.ts';
import type { ProvePassword } from './prove-password.ts';
import type { PoseSrpChallenge } from './srp-challenge.ts';

type Dependencies = {
  passwords: Passwords;
  provePassword: ProvePassword;
  poseSrpChallenge: PoseSrpChallenge;
};

/** The password as first factor, proven by SRP or sent as it is. Simulated accounts have one. */
export const createPasswordFactors = ({
  passwords,
  provePassword,
  poseSrpChallenge,
}: Dependencies): FirstFactor[] => {
  const shared = {
    setting: 'PASSWORD',
    mfa: 'follows',
    isAvailable: ({ sub, user }) => user === undefined || passwords.find(sub) !== undefined,
  } as const satisfies Omit<FirstFactor, 'name' | 'pose'>;
  return [
    { ...shared, name: 'PASSWORD_SRP', pose: poseSrpChallenge },
    { ...shared, name: 'PASSWORD', pose: provePassword },
  ];
};
