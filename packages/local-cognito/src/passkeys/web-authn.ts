import { invalidParameter, notAuthorized } from '../errors.ts';
import type { PoolSettings } from '../settings/pool-settings.ts';
import type { ChallengeResponder } from '../sign-in/auth-flow.ts';
import type { AuthSessions } from '../sign-in/auth-sessions.ts';
import type { CompleteSignIn } from '../sign-in/complete-sign-in.ts';
import type { Passkeys } from './passkeys.ts';

type Dependencies = { settings: PoolSettings; authSessions: AuthSessions; passkeys: Passkeys } & {
  completeSignIn: CompleteSignIn;
};

/** The challenge WEB_AUTHN: verifies the signature of the browser's authenticator. */
export const createWebAuthn =
  ({ settings, authSessions, passkeys, completeSignIn }: Dependencies): ChallengeResponder =>
  async (answer) => {
    const { CREDENTIAL } = answer.responses;
    if (!CREDENTIAL) throw invalidParameter('Missing required parameter CREDENTIAL');
    const { signIn, state, consume } = authSessions.findAnswered(answer, 'WEB_AUTHN');
    const assertion = await passkeys.assertions.verify(signIn.account.sub, state.challenge, CREDENTIAL);
    if (assertion === undefined) throw notAuthorized('The passkey could not be verified.');
    consume();
    const { factorConfiguration } = settings.webAuthn;
    const isBothFactors =
      factorConfiguration === 'MULTI_FACTOR_WITH_USER_VERIFICATION' && assertion.userVerified;
    return completeSignIn({
      ...signIn,
      firstFactor: 'WEB_AUTHN',
      isSecurityKey: assertion.isSecurityKey,
      ...(isBothFactors && { secondFactor: 'WEB_AUTHN' }),
    });
  };
