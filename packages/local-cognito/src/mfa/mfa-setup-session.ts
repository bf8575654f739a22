import { invalidParameter, invalidSession } from '../errors.ts';
import type { AuthSessions, OpenChallenge } from '../sign-in/auth-sessions.ts';
import type { UserRepository } from '../users/user-repository.ts';
import type { SecondFactors } from './second-factors.ts';

/** Authorizes the setup of an authenticator app. */
export type SetupCredential = { accessToken: string } | { session: string };

/**
 * Returns the credential of a request. Throws InvalidParameterException unless the request has exactly one.
 */
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
 * Returns the sign-in that waits for MFA setup. A session from before the user had a second factor is
 * invalid, because it proves only the password.
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
