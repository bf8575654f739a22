import { invalidParameter, notAuthorized } from '../errors.ts';
import type { SecondFactors } from '../mfa/second-factors.ts';
import type { ChallengeResponder } from '../sign-in/auth-flow.ts';
import type { AuthSessions } from '../sign-in/auth-sessions.ts';
import type { CompleteSignIn } from '../sign-in/complete-sign-in.ts';
import type { Passkeys } from './passkeys.ts';

type Dependencies = { authSessions: AuthSessions; passkeys: Passkeys; secondFactors: SecondFactors } & {
  completeSignIn: CompleteSignIn;
};

/** The challenge WEB_AUTHN: verifies the signature of the browser's authenticator. */
export const createWebAuthn =
  ({ authSessions, passkeys, secondFactors, completeSignIn }: Dependencies): ChallengeResponder =>
  async (answer) => {
    const { CREDENTIAL } = answer.responses;
    if (!CREDENTIAL) throw invalidParameter('Missing required parameter CREDENTIAL');
    const { signIn, state, consume } = authSessions.findAnswered(answer, 'WEB_AUTHN');
    const assertion = await passkeys.assertions.verify(signIn.account.sub, state.challenge, CREDENTIAL);
    const isSufficient = secondFactors.isPasskeySufficientFor(signIn.account);
    if (assertion === undefined || (isSufficient && !assertion.userVerified))
      throw notAuthorized('The passkey could not be verified.');
    consume();
    return completeSignIn({
      ...signIn,
      firstFactor: 'WEB_AUTHN',
      isSecurityKey: assertion.isSecurityKey,
      ...(isSufficient && { secondFactor: 'WEB_AUTHN' }),
    });
  };
