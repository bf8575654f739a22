import type { Passwords } from '../../users/passwords.ts';
import type { AuthSessions } from '../auth-sessions.ts';
import type { FirstFactor } from '../first-factors.ts';
import type { ProvePassword } from './prove-password.ts';
import type { IssueSrpChallenge } from './srp-challenge.ts';

type Dependencies = {
  passwords: Passwords;
  authSessions: AuthSessions;
  provePassword: ProvePassword;
  issueSrpChallenge: IssueSrpChallenge;
};

/**
 * The password as first factor, by SRP or as plain text. A choice without PASSWORD or SRP_A gets a challenge
 * for it. Simulated accounts have a password.
 */
export const createPasswordFactors = (dependencies: Dependencies): FirstFactor[] => {
  const { passwords, authSessions, provePassword, issueSrpChallenge } = dependencies;

  const challengeFor =
    (
      name: 'PASSWORD' | 'PASSWORD_SRP',
      parameter: string,
      prove: FirstFactor['issueChallenge'],
    ): FirstFactor['issueChallenge'] =>
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
    mfaOf: () => 'follows' as const,
    isAvailable: ({ sub, user }) => user === undefined || passwords.find(sub) !== undefined,
  } as const satisfies Omit<FirstFactor, 'name' | 'issueChallenge'>;
  return [
    {
      ...shared,
      name: 'PASSWORD_SRP',
      issueChallenge: challengeFor('PASSWORD_SRP', 'SRP_A', issueSrpChallenge),
    },
    { ...shared, name: 'PASSWORD', issueChallenge: challengeFor('PASSWORD', 'PASSWORD', provePassword) },
  ];
};
