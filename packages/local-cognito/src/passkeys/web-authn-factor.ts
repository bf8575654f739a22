import { randomBytes } from 'node:crypto';
import type { SecondFactors } from '../mfa/second-factors.ts';
import type { AuthSessions } from '../sign-in/auth-sessions.ts';
import type { FirstFactor } from '../sign-in/first-factors.ts';
import type { Passkeys } from './passkeys.ts';

const CHALLENGE_BYTES = 32;

type Dependencies = { authSessions: AuthSessions; passkeys: Passkeys; secondFactors: SecondFactors };

/**
 * A passkey as first factor. Users who require a second factor can use it only if it counts as both, for which
 * the authenticator has to verify the user. The user may choose another factor instead.
 */
export const createWebAuthnFactor = (pool: Dependencies): FirstFactor => ({
  name: 'WEB_AUTHN',
  setting: 'WEB_AUTHN',
  mfaOf: (account) => (pool.secondFactors.isPasskeySufficientFor(account) ? 'included' : 'excluded'),
  isAvailable: ({ user }) => user !== undefined && pool.passkeys.assertions.isAvailableTo(user.sub),
  issueChallenge: async (signIn, { selection }) => {
    const challenge = randomBytes(CHALLENGE_BYTES).toString('base64url');
    const { sub } = signIn.account;
    const isSufficient = pool.secondFactors.isPasskeySufficientFor(signIn.account);
    const options = await pool.passkeys.assertions.requestOptions(sub, challenge, isSufficient);
    selection?.consume();
    return {
      ChallengeName: 'WEB_AUTHN',
      ChallengeParameters: { CREDENTIAL_REQUEST_OPTIONS: options },
      Session: pool.authSessions.open(signIn, { WEB_AUTHN: { challenge }, SELECT_CHALLENGE: {} }),
    };
  },
});
