import { invalidParameter, invalidSession } from '../errors.ts';
import type { AuthSessions, OpenChallenge } from '../sign-in/auth-sessions.ts';
import type { UserRepository } from '../users/user-repository.ts';
import type { SecondFactors } from './second-factors.ts';

/** By which a caller sets up an authenticator app. */
export type SetupCredential = { accessToken: string } | { session: string };

/** Takes the one of both that the request has; throws InvalidParameterException when it has none, or both. */
export const tokenOrSession = (request: {
  AccessToken?: string | undefined;
  Session?: string | undefined;
}): SetupCredential => {
  const { AccessToken, Session } = request;
  if (AccessToken !== undefined && Session === undefined) return { accessToken: AccessToken };
  if (Session !== undefined && AccessToken === undefined) return { session: Session };
  throw invalidParameter('Only one of AccessToken or Session must be provided.');
};

/**
 * The sign-in that waits for its MFA to be set up. A session from before the user had a second factor is worth
 * nothing any more: whoever holds it knows the password alone.
 */
export const findMfaSetup = (
  {
    authSessions,
    secondFactors,
    users,
  }: { authSessions: AuthSessions; secondFactors: SecondFactors; users: UserRepository },
  session: string | undefined,
): OpenChallenge<'MFA_SETUP'> => {
  const setup = authSessions.find(session, 'MFA_SETUP');
  const user = users.findBySub(setup.signIn.account.sub);
  const isSetUp = !setup.state.hasVerifiedSoftwareToken && user && secondFactors.of(user).enabled.length > 0;
  if (user === undefined || isSetUp) throw invalidSession();
  return setup;
};
