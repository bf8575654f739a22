import { randomBytes } from 'node:crypto';
import type { PoolSettings } from '../settings/pool-settings.ts';
import type { AuthSessions } from '../sign-in/auth-sessions.ts';
import type { FirstFactor } from '../sign-in/first-factors.ts';
import type { Passkeys } from './passkeys.ts';

const CHALLENGE_BYTES = 32;

type Dependencies = { settings: PoolSettings; authSessions: AuthSessions; passkeys: Passkeys };

/**
 * A passkey as first factor. Users who require a second factor can use it only if FactorConfiguration lets a
 * passkey count as both. The user may choose another factor instead.
 */
export const createWebAuthnFactor = (pool: Dependencies): FirstFactor => ({
  name: 'WEB_AUTHN',
  setting: 'WEB_AUTHN',
  mfa:
    pool.settings.webAuthn.factorConfiguration === 'MULTI_FACTOR_WITH_USER_VERIFICATION'
      ? 'included'
      : 'excluded',
  isAvailable: ({ user }) => user !== undefined && pool.passkeys.assertions.isAvailableTo(user.sub),
  issueChallenge: async (signIn, { selection }) => {
    const challenge = randomBytes(CHALLENGE_BYTES).toString('base64url');
    const options = await pool.passkeys.assertions.requestOptions(signIn.account.sub, challenge);
    selection?.consume();
    return {
      ChallengeName: 'WEB_AUTHN',
      ChallengeParameters: { CREDENTIAL_REQUEST_OPTIONS: options },
      Session: pool.authSessions.open(signIn, { WEB_AUTHN: { challenge }, SELECT_CHALLENGE: {} }),
    };
  },
});
