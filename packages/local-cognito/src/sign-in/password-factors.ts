import type { Passwords } from '../users/passwords.ts';
import type { AuthSessions } from './auth-sessions.ts';
import type { FirstFactor } from './first-factors.ts';
import type { ProvePassword } from './prove-password.ts';
import type { PoseSrpChallenge } from './srp-challenge.ts';

type Dependencies = {
  passwords: Passwords;
  authSessions: AuthSessions;
  provePassword: ProvePassword;
  poseSrpChallenge: PoseSrpChallenge;
};

/**
 * The password as first factor, by SRP or as plain text. A choice without PASSWORD or SRP_A gets a challenge
 * for it. Simulated accounts have a password.
 */
export const createPasswordFactors = (dependencies: Dependencies): FirstFactor[] => {
  const { passwords, authSessions, provePassword, poseSrpChallenge } = dependencies;

  const askFor =
    (name: 'PASSWORD' | 'PASSWORD_SRP', parameter: string, prove: FirstFactor['pose']): FirstFactor['pose'] =>
    (signIn, choice) =>
      choice.parameters[parameter] === undefined
        ? {
            ChallengeName: name,
            ChallengeParameters: {},
            Session: choice.selection?.handle ?? authSessions.open(signIn, { SELECT_CHALLENGE: {} }),
          }
        : prove(signIn, choice);

  const shared = {
    setting: 'PASSWORD',
    mfa: 'follows',
    isAvailable: ({ sub, user }) => user === undefined || passwords.find(sub) !== undefined,
  } as const satisfies Omit<FirstFactor, 'name' | 'pose'>;
  return [
    { ...shared, name: 'PASSWORD_SRP', pose: askFor('PASSWORD_SRP', 'SRP_A', poseSrpChallenge) },
    { ...shared, name: 'PASSWORD', pose: askFor('PASSWORD', 'PASSWORD', provePassword) },
  ];
};
